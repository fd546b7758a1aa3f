package fill

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// dateMention is an expression of a day and one date that it may mean, in the
// form of the task: "05 JAN 90", "- 05 JAN 90", "04 JAN 90 - 05 JAN 90".
type dateMention struct {
	sentence, word int
	kind           string
	value          string
}

const withYear = "dmy"

var months = wordSet("JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY")

var monthNumber = map[string]time.Month{"JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9, "OCT": 10, "NOV": 11, "DEC": 12}

var partsOfDay = wordSet("MORNING AFTERNOON EVENING DAWN NOON NIGHT")

var fewDays = map[string]int{"TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5, "SIX": 6, "SEVEN": 7, "EIGHT": 8, "NINE": 9, "TEN": 10}

func stamp(t time.Time) string { return strings.ToUpper(t.Format("02 Jan 06")) }

// findDates finds the days of a message. Those that need the day of the message
// are left out where it has none.
func (m *Message) findDates() []dateMention {
	var out []dateMention
	for si := range m.Sentences {
		s := &m.Sentences[si]
		for i := range s.Words {
			kind, values := m.readDate(s, i)
			for _, v := range values {
				out = append(out, dateMention{si, i, kind, v})
			}
		}
	}
	return out
}

func (m *Message) readDate(s *Sentence, i int) (kind string, values []string) {
	if day, err := strconv.Atoi(s.Words[i].Form); err == nil {
		return m.calendarDay(s, i, day)
	}
	if m.Published.IsZero() {
		return "", nil
	}
	return m.relativeDay(s, i)
}

// calendarDay reads "5 JANUARY" and "5 JANUARY 1990". Without a year it is the
// last such day, or one within the next six weeks.
func (m *Message) calendarDay(s *Sentence, i, day int) (string, []string) {
	name := s.at(i + 1).Form
	if day < 1 || day > 31 || len(name) < 3 || !months[name] {
		return "", nil
	}
	month, ok := monthNumber[name[:3]]
	if !ok {
		return "", nil
	}
	after := s.at(i + 2).Form
	if after == "," {
		after = s.at(i + 3).Form
	}
	if isYear(after) {
		if year, err := strconv.Atoi(after); err == nil {
			return withYear, []string{stamp(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))}
		}
	}
	if m.Published.IsZero() {
		return "", nil
	}
	t := time.Date(m.Published.Year(), month, day, 0, 0, 0, 0, time.UTC)
	if t.Sub(m.Published) > 45*24*time.Hour {
		t = t.AddDate(-1, 0, 0)
	}
	return "dm", []string{stamp(t)}
}

// relativeDay reads "TODAY", "LAST NIGHT", "THREE DAYS AGO", "ON FRIDAY".
func (m *Message) relativeDay(s *Sentence, i int) (string, []string) {
	w, before := s.Words[i].Form, s.at(i-1).Form
	today, yesterday := stamp(m.Published), stamp(m.Published.AddDate(0, 0, -1))
	switch {
	case w == "TODAY", w == "TONIGHT":
		return w, []string{today}
	case w == "YESTERDAY":
		return w, []string{yesterday}
	case partsOfDay[w] && before == "THIS":
		return "this", []string{today}
	case partsOfDay[w] && before == "LAST":
		return "last", []string{yesterday, yesterday + " - " + today}
	case w == "AGO" && (before == "MINUTES" || before == "HOURS"):
		return "just now", []string{today}
	case w == "AGO" && strings.HasPrefix(before, "DAY"):
		return m.daysAgo(s.at(i - 2).Form)
	case strings.HasSuffix(w, "DAY") && months[w]:
		return "weekday", []string{"- " + today, stamp(m.lastWeekday(w))}
	}
	return "", nil
}

func (m *Message) daysAgo(number string) (string, []string) {
	n, ok := fewDays[number]
	if !ok {
		var err error
		if n, err = strconv.Atoi(number); err != nil || n > 60 {
			return "", nil
		}
	}
	return "ago", []string{stamp(m.Published.AddDate(0, 0, -n))}
}

func (m *Message) lastWeekday(name string) time.Time {
	t := m.Published
	for strings.ToUpper(t.Weekday().String()) != name {
		t = t.AddDate(0, 0, -1)
	}
	return t
}

// dateOptions are the dates that the incident of a group may have: those of the
// message, and "on or before the message".
func (r *reading) dateOptions(g *group) []option {
	var out []option
	inside := map[string]bool{}
	for _, x := range r.dates {
		if g.has(x.sentence) {
			inside[x.kind] = true
		}
		out = offer(out, x.value, g.distance(x.sentence), r.dateBag(g, x))
	}
	if r.Published.IsZero() {
		return out
	}
	var b bag
	b.add("default")
	for kind := range inside {
		b.add("default", kind)
	}
	if len(inside) == 0 {
		b.add("default alone")
	}
	b.add("default", small(len(r.dates)))
	b.add("dn", small(len(r.groups)))
	for _, s := range g.sentences {
		for _, w := range r.contents[s] {
			b.add("dw", w)
		}
	}
	out = offer(out, "- "+stamp(r.Published), far, b)
	var live bag
	live.add("live", yes(len(r.dates) == 0), r.Genre)
	live.add("live src", r.Source)
	for _, s := range g.sentences {
		for _, w := range r.Sentences[s].Words {
			live.add("lw", w.Form)
			live.add("lt", w.Tag)
		}
	}
	return offer(out, stamp(r.Published), far, live)
}

// signed is how far a sentence lies from the group: below 0 before it.
func (g *group) signed(sentence int) int {
	d := 99
	for _, s := range g.sentences {
		if abs(sentence-s) < abs(d) {
			d = sentence - s
		}
	}
	return max(-3, min(d, 3))
}

func (r *reading) dateBag(g *group, x dateMention) bag {
	var b bag
	kind, dist := x.kind+shape(x.value), strconv.Itoa(g.signed(x.sentence))
	s := &r.Sentences[x.sentence]
	b.add("kind", kind)
	b.add("dist", dist)
	b.add("kd", kind, dist)
	b.add("first", yes(x.sentence == g.sentences[0]), kind)
	b.add("top", yes(x.sentence == r.top(g)), kind)
	b.add("sent0", yes(x.sentence == 0), kind)
	if _, up := r.step(x.sentence, r.tops[x.sentence][x.word]); up >= 0 {
		b.add("gov", s.Words[up].Lemma)
		b.add("govk", s.Words[up].Lemma, kind)
	}
	for k := 1; k <= 3; k++ {
		b.add("b", strconv.Itoa(k), s.at(x.word-k).Lemma)
		b.add("a", strconv.Itoa(k), s.at(x.word+k).Lemma)
	}
	if ago := r.ago(x.value); ago != "" {
		b.add("ago", ago)
		b.add("agod", ago, dist)
	}
	return b
}

// shape tells a range and a date "on or before" from a day.
func shape(value string) string {
	switch {
	case strings.HasPrefix(value, "- "):
		return "<"
	case strings.Contains(value, " - "):
		return ".."
	}
	return ""
}

// ago says roughly how long before the message a day lies.
func (m *Message) ago(value string) string {
	t, err := time.Parse("02 Jan 06", value)
	if err != nil || m.Published.IsZero() {
		return ""
	}
	days := int(m.Published.Sub(t).Hours() / 24)
	names := []string{"future", "0", "1", "week", "recent", "year", "old"}
	at := slices.IndexFunc([]int{0, 1, 2, 8, 62, 370}, func(limit int) bool { return days < limit })
	if at < 0 {
		at = len(names) - 1
	}
	return names[at]
}

func wordCount(text string) int { return strings.Count(text, " ") + 1 }

package fill

import (
	"regexp"
	"strings"
	"time"
)

// Message is a text as read: its header and its sentences, parsed.
type Message struct {
	ID        string
	City      string    // where it was filed
	Country   string    // of that city, where printed
	Source    string    // agency or paper
	Genre     string    // COMMUNIQUE, COMMENTARY …, from the first bracket
	Published time.Time // zero if the header has no date
	Sentences []Sentence
	Accounts  []Account // what the reading of reports tells of
}

// Sentence is one sentence. Text is as stored, with single spaces.
type Sentence struct {
	Paragraph int
	Words     []Word
	Text      string
	Found     []string // what the reading of reports finds in it, sorted
}

// Word is one token. Form is in capitals, Lemma in lower case. From and To are
// its bytes in the sentence.
type Word struct {
	Form, Lemma, Tag, POS, Rel string
	Head                       int
	From, To                   int
	Wide, Narrow               string   // groups of words that keep the same company
	Found                      []string // what the reading of reports makes of it
}

var (
	headerLine = regexp.MustCompile(`^\s*([A-Z .'/-]+?)\s*(?:\(([A-Z .-]+)\))?\s*,\s*(?:(\d{1,2}) ([A-Z]{3})[A-Z]*(?: (\d{2}))?|NO DATE)\s*(?:\(([^)]*)\))?\s*--`)
	bracketed  = regexp.MustCompile(`^\s*\[([A-Z ]+)[^\]]*\]`)
	proper     = regexp.MustCompile(`^\s*\[(TEXT|SUMMARY|EXCERPTS?|CONTINUED)\]`)
)

// header reads "BOGOTA, 15 JAN 90 (DPA) -- [REPORT] [TEXT]" and says where the
// text proper begins. A message without a header has a text only.
func (m *Message) header(text string) int {
	at := headerLine.FindStringSubmatchIndex(text)
	if at == nil {
		return 0
	}
	part := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return strings.TrimSpace(text[at[2*i]:at[2*i+1]])
	}
	m.City, m.Country, m.Source = part(1), part(2), part(6)
	if month := part(4); month != "" {
		day, err := time.Parse("2 Jan 06", part(3)+" "+month[:1]+strings.ToLower(month[1:])+" "+part(5))
		if err == nil {
			m.Published = day
		}
	}
	return at[1] + m.brackets(text[at[1]:])
}

// brackets passes over "[COMMUNIQUE] [GROUP] [TEXT]"; the first gives the genre.
func (m *Message) brackets(text string) int {
	from := 0
	for range 6 {
		rest := text[from:]
		at := bracketed.FindStringSubmatchIndex(rest)
		if at == nil {
			break
		}
		if m.Genre == "" {
			m.Genre, _, _ = strings.Cut(rest[at[2]:at[3]], " ")
		}
		from += at[1]
		if proper.MatchString(rest) {
			break
		}
	}
	return from
}

// phrase gives the text of the words [from, to).
func (s *Sentence) phrase(from, to int) string {
	return s.Text[s.Words[from].From:s.Words[to-1].To]
}

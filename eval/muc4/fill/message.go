package fill

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
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
}

// Sentence is one sentence. Text is as stored, with single spaces.
type Sentence struct {
	Paragraph int
	Words     []Word
	Text      string
}

// Word is one token. Form is in capitals, Lemma in lower case. From and To are
// its bytes in the sentence.
type Word struct {
	Form, Lemma, Tag, POS, Rel string
	Head                       int
	From, To                   int
	Wide, Narrow               string // groups of words that keep the same company
}

// Reader parses texts.
type Reader interface {
	Parse(*dateline.Report) *dateline.Document
	Group(word string) (wide, narrow int)
}

var (
	headerLine = regexp.MustCompile(`^\s*([A-Z .'/-]+?)\s*(?:\(([A-Z .-]+)\))?\s*,\s*(?:(\d{1,2}) ([A-Z]{3})[A-Z]*(?: (\d{2}))?|NO DATE)\s*(?:\(([^)]*)\))?\s*--`)
	bracketed  = regexp.MustCompile(`^\s*\[([A-Z ]+)[^\]]*\]`)
	proper     = regexp.MustCompile(`^\s*\[(TEXT|SUMMARY|EXCERPTS?|CONTINUED)\]`)
)

// Read takes the header off and parses the rest.
func Read(r Reader, m muc4.Message) *Message {
	out := &Message{ID: m.ID}
	body := m.Text[out.header(m.Text):]
	doc := r.Parse(&dateline.Report{Text: body})
	for i := range doc.Sentences {
		if s, ok := sentence(r, body, &doc.Sentences[i]); ok {
			out.Sentences = append(out.Sentences, s)
		}
	}
	return out
}

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

// sentence copies a parsed sentence, its white space made single. False if it
// has no word.
func sentence(r Reader, body string, s *dateline.Sentence) (Sentence, bool) {
	out := Sentence{Paragraph: s.Paragraph}
	var text strings.Builder
	end := 0
	for i, t := range s.Tokens {
		if i > 0 && t.Start > end {
			text.WriteByte(' ')
		}
		from := text.Len()
		text.WriteString(strings.ToUpper(body[t.Start:t.End]))
		end = t.End
		wide, narrow := r.Group(strings.ToLower(body[t.Start:t.End]))
		out.Words = append(out.Words, Word{Wide: strconv.Itoa(wide), Narrow: strconv.Itoa(narrow), Form: strings.ToUpper(body[t.Start:t.End]), Lemma: t.Lemma, Tag: t.Tag, POS: t.POS,
			Rel: t.Rel, Head: t.Head, From: from, To: text.Len()})
	}
	out.Text = text.String()
	return out, len(out.Words) > 0
}

// phrase gives the text of the words [from, to).
func (s *Sentence) phrase(from, to int) string {
	return s.Text[s.Words[from].From:s.Words[to-1].To]
}

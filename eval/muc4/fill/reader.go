package fill

import (
	"context"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
	"github.com/opendateline/dateline/extract/syntax"
	"github.com/opendateline/dateline/pipeline"
)

// Reader reads messages: their sentences, with the arcs mended, and what the
// reading of reports finds in them.
type Reader struct {
	stages *pipeline.Stages
	mender *mend.Mender
	group  func(word string) (wide, narrow int)
}

// OpenReader makes a Reader with stages of its own.
func OpenReader() (*Reader, error) {
	stages, _, err := pipeline.NewStages("")
	if err != nil {
		return nil, err
	}
	return NewReader(stages)
}

// NewReader makes a Reader of the stages that read one report.
func NewReader(stages *pipeline.Stages) (*Reader, error) {
	words, err := lexicon.English()
	if err != nil {
		return nil, err
	}
	counts, err := count.English()
	if err != nil {
		return nil, err
	}
	return &Reader{stages, mend.New(words, counts), syntax.Grouping()}, nil
}

// Read takes the header off and reads the rest. The only error is that of ctx.
func (r *Reader) Read(ctx context.Context, m muc4.Message) (*Message, error) {
	out := &Message{ID: m.ID}
	body := m.Text[out.header(m.Text):]
	doc := r.stages.Parse.Parse(out.report(body))
	names := r.stages.Annotate.Annotate(doc)
	reading, err := r.stages.Extract.Read(ctx, doc, names)
	if err != nil {
		return nil, err
	}
	finding := finding{&reading, names, newAccounts(&reading)}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if len(s.Tokens) > 0 {
			out.Sentences = append(out.Sentences, r.sentence(body, s))
			finding.note(out, i, s)
		}
	}
	out.Accounts = finding.accounts
	return out, nil
}

// report is the text of a message as a report of its day.
func (m *Message) report(body string) *dateline.Report {
	out := &dateline.Report{Text: body, Language: "en"}
	if !m.Published.IsZero() {
		day := dateline.NewDay(m.Published.Date())
		out.Published = dateline.Published{EDTF: string(day), Earliest: day, Latest: day, Basis: dateline.PublishedDateline}
	}
	return out
}

// sentence copies a parsed sentence, its arcs mended and its white space made
// single.
func (r *Reader) sentence(body string, s *dateline.Sentence) Sentence {
	out := Sentence{Paragraph: s.Paragraph}
	var text strings.Builder
	end := 0
	for i, t := range r.mender.Mend(s.Tokens) {
		if i > 0 && t.Start > end {
			text.WriteByte(' ')
		}
		from := text.Len()
		text.WriteString(strings.ToUpper(body[t.Start:t.End]))
		end = t.End
		out.Words = append(out.Words, r.word(t, body[t.Start:t.End], from, text.Len()))
	}
	out.Text = text.String()
	return out
}

func (r *Reader) word(t dateline.Token, written string, from, to int) Word {
	wide, narrow := r.group(strings.ToLower(written))
	return Word{Wide: strconv.Itoa(wide), Narrow: strconv.Itoa(narrow), Form: strings.ToUpper(written), Lemma: t.Lemma, Tag: t.Tag, POS: t.POS,
		Rel: t.Rel, Head: t.Head, From: from, To: to}
}

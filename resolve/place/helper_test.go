package place

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/opendateline/dateline"
)

var opened = sync.OnceValues(func() (*Gazetteer, error) { return Open() })

func gazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var (
	tokens    = regexp.MustCompile(`(?:[A-Z]\.){2,}|(?:St|Mt|Ft|Mr|Mrs|Dr|Gen|Sen|Gov|Col|Sgt|Lt|Capt|Rep|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|W\.Va)\.|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\S`)
	sentences = regexp.MustCompile(`[.!?]["”’]?\s+`)
)

// document makes a document with plain tokens and without tags.
func document(text string) *dateline.Document {
	doc := &dateline.Document{Report: &dateline.Report{Text: text}}
	start := 0
	cut := func(end int) {
		s := dateline.Sentence{Start: start, End: end, Index: len(doc.Sentences)}
		for _, at := range tokens.FindAllStringIndex(text[start:end], -1) {
			a, b := start+at[0], start+at[1]
			s.Tokens = append(s.Tokens, dateline.Token{Start: a, End: b, Text: text[a:b], Head: -1})
		}
		if strings.TrimSpace(text[start:end]) != "" {
			doc.Sentences = append(doc.Sentences, s)
		}
		start = end
	}
	for _, at := range sentences.FindAllStringIndex(text, -1) {
		head := text[start : at[0]+1]
		last := head[strings.LastIndexAny(head, " \n")+1:]
		if len(last) <= 6 && tokens.FindString(last) == last && last != "." && len(last) > 1 && at[1] < len(text) {
			continue // an abbreviation
		}
		cut(at[1])
	}
	cut(len(text))
	return doc
}

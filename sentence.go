package dateline

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// Token is one word or mark of a sentence. Start and End are byte offsets in
// Report.Text. Head is the index in the sentence of the token it depends on,
// -1 for the root; Rel is the Universal Dependencies relation to it.
type Token struct {
	Start, End int
	Text       string // Report.Text[Start:End]; in truecased text, the restored form
	Lemma      string // lower case
	POS        string // Universal part-of-speech tag: NOUN, PROPN, VERB, NUM …
	Tag        string // Penn Treebank tag: NN, NNS, VBD …
	Head       int
	Rel        string // nsubj, obj, obl, nmod, amod, nummod, aux:pass, conj …
}

// Sentence is one sentence with its tokens, a view over the stored text.
type Sentence struct {
	Start, End int // byte offsets in Report.Text
	Index      int // in the report, from 0; boilerplate sentences are not counted
	Paragraph  int // from 0
	Role       PassageRole
	Filing     int // tokens of the line of place and date that opens it ("MARVESK, Velmara (AP) -"), 0 without one
	Tokens     []Token
	Quotes     []Quote
}

// Document is a report together with its sentences. Every stage after clean
// reads a Document; none changes it.
type Document struct {
	Report    *Report
	Sentences []Sentence
}

// Text is the stored text.
func (d *Document) Text() string { return d.Report.Text }

// SentenceAt gives the index of the sentence that holds byte i, or -1.
func (d *Document) SentenceAt(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Start <= i {
		return lo
	}
	return -1
}

// ExpressionKind says what an expression names.
type ExpressionKind string

const (
	TimeExpression   ExpressionKind = "time"
	PlaceExpression  ExpressionKind = "place"
	ActorExpression  ExpressionKind = "actor"  // an armed group, state, force, office
	PersonExpression ExpressionKind = "person" // a personal name
	SourceExpression ExpressionKind = "source" // an outlet, agency, media arm
)

// Expression is a stretch of one sentence that names a time, a place, an actor
// or a source. The packages below resolve find expressions and, later, resolve
// them; in between extract ties them to mentions.
type Expression struct {
	Kind     ExpressionKind
	Start    int // byte offsets in Report.Text
	End      int
	Sentence int    // index in Document.Sentences
	Text     string // Report.Text[Start:End]
	Ref      ID     // registry or gazetteer entry, where the words alone decide it
	Class    string // kind-specific: time "date|duration|set|clock"; place "country|city|admin|region|site|demonym"; actor and source their kind; person ""
	Locative bool   // place: stands in locative syntax (PLC-5)
}

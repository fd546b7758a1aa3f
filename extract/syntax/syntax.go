package syntax

import (
	"strings"
	"sync"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// Parser finds sentences, tokens, tags, lemmas and dependency arcs. It holds
// no state of a text, so one Parser may serve many goroutines.
type Parser struct {
	clusters *model.Clusters
	tagger   *model.Tagger
	parser   *model.Parser
	labeller *model.Labeller
	caser    *model.Truecaser
	lemmas   *model.Lemmatiser
	scratch  sync.Pool // of *scratch
}

// scratch is the memory of one sentence.
type scratch struct {
	forms []string
	words []model.Word
	tree  model.Tree
}

// New makes a Parser from the embedded models. Only their headers are read;
// the weights stay where they lie and are paged in as they are used.
func New() (*Parser, error) {
	p := &Parser{clusters: model.OpenClusters(clusterFile)}
	p.scratch.New = func() any { return &scratch{} }
	var parts [4]*model.Linear
	var err error
	for i, data := range [][]byte{taggerFile, movesFile, relationsFile, truecaseFile} {
		if parts[i], err = model.OpenLinear(data); err != nil {
			return nil, err
		}
	}
	if p.lemmas, err = model.ReadLemmatiser(lemmaFile); err != nil {
		return nil, err
	}
	habits, err := model.OpenHabits(habitFile)
	if err != nil {
		return nil, err
	}
	p.caser = model.NewTruecaser(parts[3], p.clusters)
	p.tagger = model.NewTagger(parts[0], parts[0].Classes, habits)
	p.parser = model.NewParser(parts[1], p.tagger.Tags, habits)
	p.labeller = model.NewLabeller(parts[2], parts[2].Classes, p.tagger.Tags, habits)
	return p, nil
}

// Parse gives the sentences of a report with tags, lemmas and arcs.
func (p *Parser) Parse(r *dateline.Report) *dateline.Document {
	doc := segment(r)
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	upper := allCapitals(r.Text)
	for i := range doc.Sentences {
		if upper {
			p.restoreCase(s, doc.Sentences[i].Tokens)
		}
		doc.Sentences[i].Filing = p.sentence(s, r.Text, doc.Sentences[i].Tokens)
	}
	return doc
}

// Segment gives sentences and tokens without tags, lemmas and arcs: every
// Head is -1.
func (p *Parser) Segment(r *dateline.Report) *dateline.Document { return segment(r) }

// ParseSentence tags and parses text[start:end] as one sentence. Case is
// restored if the whole of text is in capitals.
func (p *Parser) ParseSentence(text string, start, end int) dateline.Sentence {
	scan := scanner{text: text}
	scan.scan(start, end)
	out := dateline.Sentence{Start: start, End: end, Role: dateline.RoleBody, Tokens: bare(text, scan.pieces)}
	if len(out.Tokens) == 0 {
		return out
	}
	out.Quotes = quotesOf(dateline.NewRunes(text), quotations(text, piece{start, end}), start, end)
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	if allCapitals(text) {
		p.restoreCase(s, out.Tokens)
	}
	out.Filing = p.sentence(s, text, out.Tokens)
	return out
}

// Group gives the groups of words that keep the same company in unlabelled news
// to which a word belongs, a wide one and a narrow one in it; 0 for none.
func (p *Parser) Group(word string) (wide, narrow int) { return p.clusters.Group(word) }

// Grouping is Group without a parser.
func Grouping() func(word string) (wide, narrow int) { return model.OpenClusters(clusterFile).Group }

// restoreCase gives the tokens of a sentence in capitals the forms that they
// would have in mixed case. Offsets stay.
func (p *Parser) restoreCase(s *scratch, tokens []dateline.Token) {
	s.forms = s.forms[:0]
	for i := range tokens {
		s.forms = append(s.forms, tokens[i].Text)
	}
	s.words = p.caser.Run(&s.tree.Buffer, s.words, s.forms)
	for i := range tokens {
		tokens[i].Text = s.forms[i]
	}
}

// sentence analyses a sentence; a filing line at its head is analysed apart and
// hangs on the root of the rest as dep. It gives the length of the filing line.
func (p *Parser) sentence(s *scratch, text string, tokens []dateline.Token) (cut int) {
	cut = filing(text, tokens)
	p.analyse(s, tokens[cut:])
	if cut == 0 {
		return 0
	}
	p.analyse(s, tokens[:cut])
	root := cut
	for i := cut; i < len(tokens); i++ {
		if tokens[i].Head < 0 {
			root = i
		} else {
			tokens[i].Head += cut
		}
	}
	for i := range tokens[:cut] {
		if tokens[i].Head < 0 {
			tokens[i].Head, tokens[i].Rel = root, "dep"
		}
	}
	return cut
}

// analyse gives the tokens of one sentence their tags, lemmas and arcs.
func (p *Parser) analyse(s *scratch, tokens []dateline.Token) {
	s.forms = s.forms[:0]
	for i := range tokens {
		s.forms = append(s.forms, tokens[i].Text)
	}
	s.words = p.clusters.Words(s.words, s.forms)
	p.tagger.Run(&s.tree.Buffer, s.words)
	p.parser.Run(&s.tree, s.words)
	p.labeller.Run(&s.tree, s.words)
	for i := range tokens {
		t, tag := &tokens[i], p.tagger.Of(s.words[i])
		t.Tag, t.POS = tag.Penn, tag.Universal
		t.Lemma = strings.ToLower(p.lemmas.Lemma(t.Text, tag.Penn))
		t.Head, t.Rel = s.tree.Head[i], p.labeller.Names[s.tree.Label[i]]
	}
}

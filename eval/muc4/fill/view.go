package fill

import "strings"

// view is a message with what the features look up again and again.
type view struct {
	*Message
	heads    []head
	of       [][]int          // heads of each sentence
	children [][][]int        // words that hang on each word
	tops     [][]int          // word that heads the noun phrase of each word
	contents [][]string       // nouns, verbs and adjectives of each sentence
	senses   [][][]string     // of each word
	forms    map[string][]int // heads with a form
	paths    [][]string       // ways from each head to what governs it
	sides    []int            // of each head
	places   []placeMention
	dates    []dateMention
}

func newView(m *Message, t *tables) *view {
	v := &view{Message: m, forms: map[string][]int{}}
	for i := range m.Sentences {
		s := &m.Sentences[i]
		v.children = append(v.children, s.children())
		v.tops = append(v.tops, s.tops())
		v.senses = append(v.senses, s.senses(t.words))
		v.contents = append(v.contents, s.content())
		v.addHeads(i, s.heads(i))
	}
	for i, h := range v.heads {
		v.forms[v.word(h).Form] = append(v.forms[v.word(h).Form], i)
		v.paths = append(v.paths, v.governors(h))
		v.sides = append(v.sides, v.side(h))
	}
	v.places, v.dates = t.places.find(m), m.findDates()
	return v
}

func (v *view) addHeads(sentence int, heads []head) {
	var of []int
	for _, h := range heads {
		of = append(of, len(v.heads))
		v.heads = append(v.heads, h)
	}
	v.of = append(v.of, of)
}

func (v *view) word(h head) *Word         { return &v.Sentences[h.sentence].Words[h.word] }
func (v *view) sentence(h head) *Sentence { return &v.Sentences[h.sentence] }

func (s *Sentence) children() [][]int {
	out := make([][]int, len(s.Words))
	for i, w := range s.Words {
		if w.Head >= 0 && w.Head < len(s.Words) && w.Head != i {
			out[w.Head] = append(out[w.Head], i)
		}
	}
	return out
}

// tops gives, for each word, the head of the noun phrase that it is a part of.
func (s *Sentence) tops() []int {
	out := make([]int, len(s.Words))
	for i := range s.Words {
		at := i
		for range 6 {
			up := s.Words[at].Head
			if up < 0 || up >= len(s.Words) || !s.Words[at].insidePhrase() {
				break
			}
			at = up
		}
		out[i] = at
	}
	return out
}

func (w *Word) insidePhrase() bool {
	switch w.relation() {
	case "compound", "flat", "amod", "nummod":
		return true
	}
	return w.Rel == "nmod:desc"
}

// relation is the relation without its subtype.
func (w *Word) relation() string {
	rel, _, _ := strings.Cut(w.Rel, ":")
	return rel
}

func (s *Sentence) content() []string {
	var out []string
	for _, w := range s.Words {
		switch w.POS {
		case "NOUN", "VERB", "ADJ":
			out = append(out, w.Lemma)
		case "PROPN":
			out = append(out, strings.ToLower(w.Form))
		}
	}
	return out
}

// outside stands for a word before the first or after the last.
var outside = Word{Form: "#", Lemma: "#", Tag: "#", POS: "#", Rel: "#", Wide: "#", Narrow: "#"}

func (s *Sentence) at(i int) *Word {
	if i < 0 || i >= len(s.Words) {
		return &outside
	}
	return &s.Words[i]
}

// marker is the preposition of a word.
func (v *view) marker(sentence, i int) string {
	for _, c := range v.children[sentence][i] {
		if w := &v.Sentences[sentence].Words[c]; w.Rel == "case" {
			return w.Lemma
		}
	}
	return ""
}

// step says how a word hangs on its governor; up is -1 if it has none.
func (v *view) step(sentence, i int) (relation string, up int) {
	w := &v.Sentences[sentence].Words[i]
	relation, up = w.Rel, w.Head
	if up >= len(v.Sentences[sentence].Words) {
		up = -1
	}
	if m := v.marker(sentence, i); m != "" && w.Rel != "obl:agent" {
		relation += "_" + m
	}
	return relation, up
}

// governors lists the ways from a head upwards, through apposition and
// coordination, to the verbs and nouns that say what happened to it.
func (v *view) governors(h head) []string {
	s := v.sentence(h)
	at, prefix := v.tops[h.sentence][h.word], ""
	if at != h.word {
		prefix = "in:"
	}
	for range 4 {
		up := s.Words[at].Head
		if up < 0 || up >= len(s.Words) {
			return []string{prefix + "root"}
		}
		switch s.Words[at].relation() {
		case "conj":
			prefix += "c:"
		case "appos":
			prefix += "a:"
		default:
			return v.governor(h.sentence, at, prefix)
		}
		at = v.tops[h.sentence][up]
	}
	return nil
}

// governor lists the ways to the governor of a word, to what governs that, and
// to what else it governs.
func (v *view) governor(sentence, at int, prefix string) []string {
	s := &v.Sentences[sentence]
	rel, up := v.step(sentence, at)
	path := prefix + rel + ">" + s.Words[up].Lemma
	out := []string{path, prefix + rel + ">#" + s.Words[up].Narrow}
	for _, sense := range v.senses[sentence][up] {
		out = append(out, prefix+rel+">@"+sense)
	}
	if rel2, up2 := v.step(sentence, up); up2 >= 0 {
		out = append(out, path+">"+rel2+">"+s.Words[up2].Lemma, prefix+rel+">>"+s.Words[up2].Lemma)
	}
	for _, c := range v.children[sentence][up] {
		w := &s.Words[c]
		switch w.relation() {
		case "nsubj", "obj", "obl", "compound", "xcomp", "nmod":
			if c != at {
				out = append(out, path+"<"+w.Rel+"<"+w.Lemma)
			}
		}
	}
	return out
}

package roles

// Told is a word that may tell of an event, as the model sees it, to learn from.
type Told struct {
	Word     Range
	Lemma    string
	Features []string
}

// Words lists the words of a report that may tell of an event.
func (t *Text) Words() []Told {
	var out []Told
	for _, tree := range t.trees {
		for i, tok := range tree.tokens {
			if tree.tells(i) {
				out = append(out, Told{Range{tok.Start, tok.End}, tok.Lemma, tree.triggerFeatures(i)})
			}
		}
	}
	return out
}

// Phrase is what may fill a role of an event, to learn from.
type Phrase struct {
	Head     Range // its head word
	Features func(role string) []string
}

// Phrases lists what stands near an event and may fill a role of it; none if the
// stretch holds no word.
func (t *Text) Phrases(typ string, trigger Range) []Phrase {
	e, ok := t.event(typ, trigger)
	if !ok {
		return nil
	}
	var out []Phrase
	for _, p := range t.around(e) {
		head := t.trees[p.sentence].tokens[p.head]
		out = append(out, Phrase{Range{head.Start, head.End}, func(role string) []string { return t.fillerFeatures(e, p, role) }})
	}
	return out
}

package extract

import "github.com/opendateline/dateline/extract/lexicon"

// misfortune says that what a word tells of has a cause that nobody willed:
// "died of pneumonia", "the outbreak has killed nine", "the storm struck".
func (p *pass) misfortune(t *tree, f found) bool {
	if subject, passive := t.subject(f.head); f.POS == "V" && subject >= 0 && !passive && p.isMisfortune(t, t.behind(subject)) {
		return true
	}
	if f.Role != lexicon.Harm {
		return false
	}
	for _, c := range t.all(f.head, "obl", "nmod", "obl:agent") {
		switch t.marker(c) {
		case "of", "from", "by", "in":
			if p.isMisfortune(t, c) {
				return true
			}
		case "after":
			if t.lex.Is(lexicon.PassesAway, f.Words[0]) && p.isMisfortune(t, c) {
				return true
			}
		}
	}
	return false
}

// isMisfortune: the head of the phrase at i or the noun before it ("a flu
// variant") is one, and no word of violence stands with it ("a shooting
// accident").
func (p *pass) isMisfortune(t *tree, i int) bool {
	named := t.lex.Is(lexicon.Misfortune, t.lemmaAt(i))
	for _, c := range t.all(i, "compound", "amod") {
		if p.isTrigger(t, c) {
			return false
		}
		named = named || t.lex.Is(lexicon.Misfortune, t.lemmaAt(c))
	}
	return named && !p.isTrigger(t, i) && !p.lex.Nouns[t.lemmaAt(i)].Person
}

package roles

import (
	_ "embed"
	"strconv"
	"strings"
)

// tells says whether a token can tell of an event.
func (t tree) tells(i int) bool {
	switch t.tokens[i].POS {
	case "VERB", "NOUN", "ADJ", "PROPN":
		return true
	}
	return false
}

// triggerFeatures describe a token that may tell of an event.
func (t tree) triggerFeatures(i int) []string {
	tok := t.tokens[i]
	is := tok.POS + " " + tok.Lemma
	f := []string{"bias", is, tok.Lemma, "tag " + tok.Tag, "by " + tok.POS + " " + tok.Rel, is + " by " + tok.Rel, "form " + strings.ToLower(tok.Text),
		is + " then " + t.lemma(i+1), is + " after " + t.lemma(i-1), "then " + t.lemma(i+1), "after " + t.lemma(i-1), "ends " + ending(tok.Lemma), "begins " + beginning(tok.Lemma)}
	if tok.Head >= 0 && tok.Head < len(t.tokens) {
		f = append(f, "head "+t.lemma(tok.Head), is+" head "+t.lemma(tok.Head), tok.Rel+" of "+t.lemma(tok.Head))
	}
	for _, c := range t.children[i] {
		rel := t.tokens[c].Rel
		if rel == "punct" || rel == "det" {
			continue
		}
		f = append(f, is+" has "+rel, rel+" "+t.lemma(c), is+" "+rel+" "+t.lemma(c))
	}
	return distinct(f)
}

func distinct(list []string) []string {
	seen := map[string]bool{}
	out := list[:0]
	for _, x := range list {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}

func ending(word string) string { return word[max(0, len(word)-4):] }

func beginning(word string) string { return word[:min(5, len(word))] }

//go:embed alike.tsv
var alikeTSV string

// alike gives what a role has in common with roles of other types of events, by
// the role in small letters (alike.tsv).
var alike = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(alikeTSV) {
		if part, roles, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			for _, role := range strings.Fields(roles) {
				out[role] = part
			}
		}
	}
	return out
}()

// fillerFeatures describe a phrase as filler of a role of an event: each thing
// seen as such, for the role, for the role in that type of event, and for roles
// alike.
func (t *Text) fillerFeatures(e Event, p phrase, role string) []string {
	seen := t.seen(e, p)
	role = strings.ToLower(role)
	kind := kin(strings.ToLower(e.Type), 2) + " " + role
	part, known := alike[role]
	out := make([]string, 0, 3*len(seen))
	for _, f := range seen {
		out = append(out, role+"|"+f, kind+"|"+f)
		if known {
			out = append(out, part+"|"+f)
		}
	}
	return out
}

// seen is what stands between an event and a phrase.
func (t *Text) seen(e Event, p phrase) []string {
	tree, trigger := t.trees[p.sentence], t.trees[e.sentence].tokens[e.head]
	word := tree.tokens[p.head]
	is := word.POS
	if p.class != "-" {
		is = p.class
	}
	near := t.distance(e, p)
	f := []string{"bias", "word " + word.Lemma, "is " + is, near, near + " " + is, "case " + tree.marker(p.head), "by " + word.Rel + " " + is,
		"head " + tree.lemma(word.Head), word.Rel + " of " + tree.lemma(word.Head), "number " + strconv.FormatBool(word.Tag == "NNS" || word.POS == "NUM")}
	f = append(f, "kin "+beginning(word.Lemma), "ends "+ending(word.Lemma))
	order, again := t.rank(e, p)
	part := tree.part(e.head, p.head)
	f = append(f, order, order+" "+is, order+" "+part, "part "+part, "part "+part+" "+is, "part "+part+" of "+trigger.POS+" "+is, "part "+part+" of "+trigger.Lemma)
	if again {
		f = append(f, "named nearer", "named nearer "+is)
	}
	marked := tree.before(p.head) + " " + is
	f = append(f, "marked "+marked, near+" marked "+marked, "marked "+marked+" of "+trigger.Lemma, "between "+t.between(e, p), near+" between "+t.between(e, p)+" "+is)
	if p.head == e.head {
		return append(f, "trigger itself", "trigger itself "+word.Lemma)
	}
	path := tree.arcs(e.head, p.head, 5)
	if path == "" {
		return append(f, "far by "+word.Rel+" "+is, "far "+near)
	}
	with := path + " " + tree.marker(p.head)
	f = append(f, "path "+path, "path "+with, "path "+path+" "+is, "path "+with+" "+is, "path "+path+" of "+trigger.Lemma, "path "+with+" of "+trigger.Lemma,
		"path "+path+" of "+trigger.POS, "path "+path+" "+word.Lemma, "path "+path+" "+near)
	if tree.passive(e.head) {
		f = append(f, "path "+path+" passive")
	}
	return f
}

// rank says which of the phrases of its class on its side of the trigger a phrase
// is, and whether the same words stand nearer.
func (t *Text) rank(e Event, p phrase) (order string, again bool) {
	tree, n := t.trees[p.sentence], 0
	for _, o := range t.around(e) {
		nearer := (o.head < e.head) == (p.head < e.head) && abs(o.head-e.head) < abs(p.head-e.head)
		if nearer && o.class == p.class && tree.tokens[o.head].POS == tree.tokens[p.head].POS {
			n++
		}
		again = again || o.head != p.head && tree.tokens[o.head].Lemma == tree.tokens[p.head].Lemma && abs(o.head-e.head) < abs(p.head-e.head)
	}
	return "rank " + strconv.Itoa(min(n, 3)), again
}

func abs(n int) int { return max(n, -n) }

// before is the preposition or conjunction that a phrase follows with at most
// three words between, "verb" if a verb comes first, "" without either: what
// the arcs should say, read from the words.
func (t tree) before(i int) string {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch t.tokens[k].POS {
		case "ADP", "SCONJ", "CCONJ":
			return t.tokens[k].Lemma
		case "VERB", "AUX":
			return "verb"
		case "PUNCT":
			return t.tokens[k].Text
		}
	}
	return ""
}

// between says how many verbs and marks stand between an event and a phrase of
// one sentence.
func (t *Text) between(e Event, p phrase) string {
	verbs, marks := 0, 0
	for k := min(e.head, p.head) + 1; k < max(e.head, p.head); k++ {
		switch t.trees[p.sentence].tokens[k].POS {
		case "VERB":
			verbs++
		case "PUNCT":
			marks++
		}
	}
	return strconv.Itoa(min(verbs, 2)) + " " + strconv.Itoa(min(marks, 2))
}

func (t tree) passive(i int) bool {
	for _, c := range t.children[i] {
		if strings.HasSuffix(t.tokens[c].Rel, ":pass") {
			return true
		}
	}
	return t.tokens[i].Tag == "VBN"
}

// distance says on which side of the trigger a phrase stands and how far off.
func (t *Text) distance(e Event, p phrase) string {
	switch apart := p.head - e.head; {
	case apart < -8:
		return "left far"
	case apart < -3:
		return "left"
	case apart < 0:
		return "left near"
	case apart <= 3:
		return "right near"
	case apart <= 8:
		return "right"
	}
	return "right far"
}

// kin are the first parts of a type's name: "Conflict.Attack" of
// "Conflict.Attack.DetonateExplode".
func kin(typ string, parts int) string {
	list := strings.Split(typ, ".")
	return strings.Join(list[:min(parts, len(list))], ".")
}

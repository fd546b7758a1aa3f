package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// participles are passives of harm that taggers take for adjectives or names.
var participles = map[string]string{"shot": "shoot", "killed": "kill", "wounded": "wound", "injured": "injure", "hurt": "hurt", "stabbed": "stab",
	"beaten": "beat", "murdered": "murder", "kidnapped": "kidnap", "abducted": "abduct", "ambushed": "ambush", "bombed": "bomb", "slain": "slay", "martyred": "martyr", "struck": "strike", "hit": "hit",
	"beheaded": "behead", "executed": "execute", "lynched": "lynch", "massacred": "massacre", "slaughtered": "slaughter", "hacked": "hack", "gunned": "gun", "strangled": "strangle", "assassinated": "assassinate", "slashed": "slash"}

// passive makes a verb of "were shot" and of the headline's "Four shot": the
// subject suffers it.
func passive(tokens []dateline.Token, i int) {
	base, ok := participles[lower(tokens[i].Text)]
	if !ok || i == 0 || tokens[i].POS == "VERB" && has(tokens, i, "aux:pass") {
		return
	}
	be := slices.ContainsFunc(tokens[max(0, i-3):i], func(t dateline.Token) bool { return t.Lemma == "be" || t.Lemma == "get" })
	headline := tokens[i].POS != "VERB" && tokens[i-1].POS == "NUM" && tokens[i-1].Head != i
	if !be && !headline {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBN", base
	suffers(tokens, i, "cop", "aux")
	if headline && !be {
		up := tokens[i-1]
		tokens[i].Head, tokens[i].Rel = up.Head, up.Rel
		tokens[i-1].Head, tokens[i-1].Rel = i, "nsubj:pass"
	}
}

// copular: a form of harm with a copula is a passive that was taken for an
// adjective: "five people were hacked to death".
func (r *Reader) copular(tokens []dateline.Token, i int) {
	if tokens[i].Tag != "VBD" || r.lex.HarmVerb[tokens[i].Lemma] == "" || !has(tokens, i, "cop") {
		return
	}
	tokens[i].Tag = "VBN"
	suffers(tokens, i, "cop")
}

// suffers makes the subject of token i that of a passive, and of its children by
// the relations given the auxiliary of one.
func suffers(tokens []dateline.Token, i int, auxiliaries ...string) {
	for k := range tokens {
		switch {
		case tokens[k].Head != i:
		case tokens[k].Rel == "nsubj":
			tokens[k].Rel = "nsubj:pass"
		case slices.Contains(auxiliaries, tokens[k].Rel):
			tokens[k].Rel = "aux:pass"
		}
	}
}

// shotAt: who "shot at" somebody was not shot, whatever the tagger makes of "shot".
func shotAt(tokens []dateline.Token, i int) {
	if lower(tokens[i].Text) != "shot" || i == 0 || i+2 >= len(tokens) || lower(tokens[i+1].Text) != "at" || tokens[i].POS == "VERB" ||
		!nounish(tokens[i-1]) && tokens[i-1].POS != "PRON" || tokens[i+2].POS == "NUM" || meeting(tokens, i+2) {
		return
	}
	who, at := i-1, tokens[i+1].Head
	raise(tokens, i, who)
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBD", "shoot"
	tokens[who].Rel = "nsubj"
	if at > i && !above(tokens, at, i) {
		tokens[at].Head, tokens[at].Rel = i, "obl"
	}
}

// meetings are gatherings and premises where people are shot, not what is shot at.
var meetings = []string{"party", "funeral", "vigil", "wedding", "concert", "festival", "nightclub", "club", "bar", "mall", "store", "park", "school", "playground"}

// meeting: the phrase from token i on, up to its next preposition, ends in one.
func meeting(tokens []dateline.Token, i int) bool {
	_, end := nominalFrom(tokens, i)
	return end > i && slices.Contains(meetings, tokens[end-1].Lemma)
}

// headlinePassive: "Woman killed, boy hurt in shooting": a verb that cannot do
// without an object and has none is a passive.
func (r *Reader) headlinePassive(tokens []dateline.Token, i int) {
	base, ok := participles[lower(tokens[i].Text)]
	next := i + 1
	if next < len(tokens) && lower(tokens[next].Text) == "dead" {
		next++ // "Mayor shot dead in …"
	}
	if !ok || tokens[i].POS != "VERB" || next < len(tokens) && !r.lex.Is(lexicon.EndsClause, tokens[next].Lemma) && (next == i+1 || tokens[next].POS != "ADP") {
		return
	}
	if base == "shoot" && i+1 < len(tokens) && (tokens[i+1].Lemma == "at" || tokens[i+1].Lemma == "on" || tokens[i+1].Lemma == "and") {
		return // "shot at the crowd", "shot and killed a man"
	}
	subject := -1
	for k := range tokens {
		if tokens[k].Head != i || k == i+1 && next > k {
			continue
		}
		switch tokens[k].Rel {
		case "nsubj":
			subject = k
		case "obl:unmarked":
			if k == i-1 && r.lex.Nouns[tokens[k].Lemma].Person {
				subject = k
			}
		case "obj", "ccomp", "xcomp", "nsubj:pass":
			return
		}
	}
	if subject >= 0 && tokens[subject].POS != "PRON" {
		tokens[subject].Rel, tokens[i].Tag, tokens[i].Lemma = "nsubj:pass", "VBN", base
	}
}

// shotDead makes a verb of "shot dead", which taggers take for two nouns or
// adjectives: "gunmen shot dead two traders", "two traders shot dead".
func shotDead(tokens []dateline.Token, i int) {
	if lower(tokens[i].Text) != "shot" || i == 0 || i+1 >= len(tokens) || lower(tokens[i+1].Text) != "dead" || tokens[i].POS == "VERB" {
		return
	}
	start := lastBreak(tokens, i)
	end := i + 2
	for end < len(tokens) && tokens[end].Text != "," {
		end++
	}
	before, after := phraseHead(tokens, start, i), phraseHead(tokens, i+2, end)
	if start > 0 && tokens[start-1].Lemma == "leave" && before >= 0 {
		leftDead(tokens, start-1, before, i)
		return
	}
	if before < 0 {
		before = phraseHead(tokens, 0, i) // "Police in Lagos, Nigeria, shot dead …"
	}
	unhook(tokens, i)
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma, tokens[i].Head, tokens[i].Rel = "VERB", "VBD", "shoot", -1, "root"
	tokens[i+1].Head, tokens[i+1].Rel = i, "xcomp"
	if after < 0 {
		tokens[i].Tag = "VBN"
	}
	for _, arg := range []struct {
		at         int
		rel, alone string
	}{{before, "nsubj", "nsubj:pass"}, {after, "obj", "obj"}} {
		if arg.at < 0 {
			continue
		}
		tokens[arg.at].Head, tokens[arg.at].Rel = i, arg.rel
		if after < 0 {
			tokens[arg.at].Rel = arg.alone
		}
	}
}

// promoteVerb: a sentence whose root is a noun with a participle after it, and
// that has no finite verb, is a clause: "armed men attacked the post".
func promoteVerb(tokens []dateline.Token) {
	root := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.Head < 0 })
	if root < 0 || tokens[root].POS != "NOUN" && tokens[root].POS != "PROPN" {
		return
	}
	verb := -1
	for i, t := range tokens {
		if t.Tag == "WDT" || t.Tag == "WP" {
			break // what a relative clause says is not the sentence's own verb
		}
		if t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.Tag == "VBD" && t.Head != root {
			return
		}
		if verb < 0 && t.Head == root && t.Rel == "acl" && (t.Tag == "VBN" || t.Tag == "VBD") && i > root {
			verb = i
		}
	}
	if verb < 0 || passiveParticiple(tokens, verb) {
		return
	}
	tokens[verb].Head, tokens[verb].Rel, tokens[verb].Tag = -1, "root", "VBD"
	tokens[root].Head, tokens[root].Rel = verb, "nsubj"
}

// passiveParticiple: "a man killed by gunmen", "two people wounded in a blast"
// keep their noun as head: an agent follows, or nothing to act on.
func passiveParticiple(tokens []dateline.Token, verb int) bool {
	for k := verb + 1; k < len(tokens); k++ {
		if tokens[k].Head != verb {
			continue
		}
		if tokens[k].Rel == "obl:agent" {
			return true
		}
	}
	for k := verb + 1; k < len(tokens); k++ {
		if tokens[k].Head == verb && (tokens[k].Rel == "obj" || tokens[k].Rel == "obl" && !hasCase(tokens, k)) {
			return false
		}
	}
	return !followedByNominal(tokens, verb)
}

// followedByNominal: a determiner or noun without a preposition comes in the
// clause after the verb.
func followedByNominal(tokens []dateline.Token, verb int) bool {
	for k := verb + 1; k < len(tokens) && k < verb+8; k++ {
		if tokens[k].POS == "DET" && (k == 0 || tokens[k-1].POS != "ADP") {
			return true
		}
		if tokens[k].Text == "," || tokens[k].POS == "CCONJ" {
			return false
		}
	}
	return false
}

// leftDead: who is left "shot dead" is the object of the verb of leaving.
func leftDead(tokens []dateline.Token, leave, who, shot int) {
	if above(tokens, shot, leave) || above(tokens, who, leave) {
		unhook(tokens, leave)
		tokens[leave].Head, tokens[leave].Rel = -1, "root"
	}
	tokens[who].Head, tokens[who].Rel = leave, "obj"
	tokens[shot].POS, tokens[shot].Tag, tokens[shot].Lemma, tokens[shot].Head, tokens[shot].Rel = "VERB", "VBN", "shoot", who, "acl"
	tokens[shot+1].Head, tokens[shot+1].Rel = shot, "xcomp"
}

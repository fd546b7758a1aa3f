package fill

import (
	"fmt"

	"github.com/opendateline/dateline/eval/muc4"
)

// stage is one step of the reading. It asks something about items of a message:
// bags (for a logistic regression) or rows (for a forest) describe them, in
// order, and keep takes the probabilities of the classes of each item.
type stage struct {
	name    string
	classes int
	prepare func(*reading)
	bags    func(*reading) []bag
	rows    func(*reading) [][]float32
	keep    func(*reading, [][]float64)
	answer  func(*taught, int) answer
	more    func(*taught) []item // lessons that the key alone gives; may be nil
	how     learning
	grow    growing
}

// answer is the key's answer about an item: its right classes, a bit for each.
// An item without weight teaches nothing.
type answer struct {
	right  uint32
	weight float32
}

func graded(is bool) answer {
	if is {
		return answer{1, 1}
	}
	return answer{0, 1}
}

// stages are all steps, in order.
func stages() []stage {
	list := []stage{documentStage(), sentenceStage(), mentionStage(), relevanceStage(), partStage(), variantStage(), pairStage(), worthStage(), validStage(), linkStage()}
	for role := range roleCount {
		list = append(list, fitStage(role), roleStage(role))
	}
	list = append(list, sameStage(), numberStage())
	for i, c := range closedSlots {
		list = append(list, closedStage(i, c))
	}
	for _, o := range openSlots {
		list = append(list, offerStage(o), openStage(o))
	}
	return list
}

func documentStage() stage {
	return stage{
		name: "document", classes: 1 + len(types),
		bags:   func(r *reading) []bag { return []bag{r.documentBag()} },
		keep:   func(r *reading, p [][]float64) { r.document = p[0] },
		answer: (*taught).ofDocument,
		how:    learning{passes: 12, trust: 25, least: 3, rarity: 1},
	}
}

func sentenceStage() stage {
	return stage{
		name: "sentence", classes: 1 + len(types),
		bags: func(r *reading) (out []bag) {
			for i := range r.Sentences {
				out = append(out, r.sentenceBag(i))
			}
			return out
		},
		keep:   func(r *reading, p [][]float64) { r.told = p },
		answer: (*taught).ofSentence,
		how:    learning{passes: 10, trust: 8, least: 3, rarity: 1},
	}
}

func mentionStage() stage {
	return stage{
		name: "mention", classes: roleCount,
		bags: func(r *reading) (out []bag) {
			for i, h := range r.heads {
				out = append(out, r.mentionBag(i, r.around(h.sentence)))
			}
			return out
		},
		keep:   func(r *reading, p [][]float64) { r.roles = p },
		answer: (*taught).ofHead,
		how:    learning{passes: 4, trust: 15, least: 3, rarity: .5},
	}
}

func variantStage() stage {
	return stage{
		name: "variant", classes: 1,
		prepare: (*reading).findChoices,
		bags: func(r *reading) (out []bag) {
			for _, c := range r.choices {
				out = append(out, r.variantBag(c.role, c.variant))
			}
			return out
		},
		keep:   (*reading).quote,
		answer: (*taught).ofChoice,
		how:    learning{passes: 10, trust: 10, least: 3, rarity: 1},
	}
}

// findChoices lists the variants of the heads that may have a role.
func (r *reading) findChoices() {
	for i := range r.heads {
		variants := []variant(nil)
		for role := range roleCount {
			if r.chance(i, role) < leastMention {
				continue
			}
			if variants == nil {
				variants = r.variants(i)
			}
			for _, v := range variants {
				r.choices = append(r.choices, choice{role, v})
			}
		}
	}
}

// quote keeps the best variant of each head and role.
func (r *reading) quote(p [][]float64) {
	r.quoted = make([][roleCount]quotation, len(r.heads))
	for from, to := 0, 0; from < len(r.choices); from = to {
		c := r.choices[from]
		var offered []quotation
		for ; to < len(r.choices) && r.choices[to].head == c.head && r.choices[to].role == c.role; to++ {
			offered = append(offered, quotation{r.choices[to].text, p[to][0]})
		}
		r.quoted[c.head][c.role] = bestQuotation(slotOf[c.role], offered)
	}
	r.findEntities()
}

func relevanceStage() stage {
	return stage{
		name: "relevance", classes: 1,
		rows: func(r *reading) (out [][]float32) {
			for s := range r.Sentences {
				out = append(out, r.relevanceRow(s))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for _, x := range p {
				r.relevance = append(r.relevance, x[0])
			}
		},
		answer: (*taught).ofRelevance,
		grow:   growing{trees: 400, depth: 4, rate: .02, lambda: 3, least: 20, part: .4},
	}
}

func pairStage() stage {
	return stage{
		name: "pair", classes: 1,
		prepare: (*reading).findPairs,
		bags: func(r *reading) (out []bag) {
			for _, p := range r.pairs {
				out = append(out, r.pairBag(p[0], p[1]))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for i, pair := range r.pairs {
				r.together[pair] = p[i][0]
			}
			r.findGroups()
		},
		answer: (*taught).ofPair,
		how:    learning{passes: 10, trust: 5, least: 3, rarity: 0},
	}
}

var roleForest = growing{trees: 1000, depth: 4, rate: .0075, lambda: 3, least: 10, part: .4}

// worthStage looks at the words of a group, validStage at what all stages say.
func worthStage() stage {
	return stage{
		name: "worth", classes: 1,
		bags: func(r *reading) (out []bag) {
			for _, g := range r.groups {
				out = append(out, r.worthBag(g))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for i, g := range r.groups {
				g.worth = p[i][0]
			}
		},
		answer: (*taught).ofGroup,
		how:    learning{passes: 10, trust: 8, least: 3, rarity: 1},
	}
}

func validStage() stage {
	return stage{
		name: "valid", classes: 1,
		rows: func(r *reading) (out [][]float32) {
			for i := range r.groups {
				out = append(out, r.validRow(i))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for i, g := range r.groups {
				g.valid = p[i][0]
			}
		},
		answer: (*taught).ofGroup,
		grow:   roleForest,
	}
}

func roleStage(role int) stage {
	return stage{
		name: "role " + slotOf[role].Row(), classes: 1,
		rows: func(r *reading) (out [][]float32) {
			for i := range r.groups {
				for n, e := range r.entities[role] {
					out = append(out, r.roleRow(i, n, e))
				}
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for _, g := range r.groups {
				g.roles[role] = firsts(p[:len(r.entities[role])])
				p = p[len(r.entities[role]):]
			}
		},
		answer: ofRole(role),
		grow:   roleForest,
	}
}

func linkStage() stage {
	return stage{
		name: "link", classes: 1,
		prepare: (*reading).findLinks,
		bags: func(r *reading) (out []bag) {
			for _, pair := range r.links {
				out = append(out, r.linkBag(pair))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for i, pair := range r.links {
				r.linked[pair] = p[i][0]
			}
		},
		answer: (*taught).ofLink,
		how:    learning{passes: 12, trust: 10, least: 2, rarity: .5},
	}
}

func sameStage() stage {
	return stage{
		name: "same", classes: 1,
		prepare: (*reading).findCouples,
		bags: func(r *reading) (out []bag) {
			for _, c := range r.couples {
				out = append(out, r.coupleBag(c))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for i, c := range r.couples {
				r.same[c] = p[i][0]
			}
		},
		answer: (*taught).ofCouple,
		how:    learning{passes: 12, trust: 10, least: 2, rarity: 0},
	}
}

func closedStage(number int, c closed) stage {
	return stage{
		name: fmt.Sprintf("item %d %s", number, c.slot.Row()), classes: len(c.items),
		bags: func(r *reading) (out []bag) {
			for _, q := range r.questions(c) {
				out = append(out, r.questionBag(q))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for i, q := range r.questions(c) {
				r.set[q] = choose(c.slot, c.items, p[i])
			}
		},
		answer: func(t *taught, i int) answer { return t.ofQuestion(c, t.questions(c)[i]) },
		more:   func(t *taught) []item { return t.idealItems(c) },
		how:    learning{passes: 12, trust: c.trust, least: 2, rarity: .5},
	}
}

// leastWeighed is the share of a value from which on it is looked at.
const leastWeighed = .03

// choose takes the value with the most credit to be expected; p is that credit.
func choose(slot muc4.Slot, values []string, p []float64) chosen {
	best, sum := chosen{}, 1e-9
	for _, x := range p {
		sum += x
	}
	for i, value := range values {
		if value == none || p[i]/sum < leastWeighed {
			continue
		}
		credit := 0.
		for k, x := range p {
			if x/sum >= leastWeighed {
				credit += x / sum * muc4.Credit(slot, values[k], value)
			}
		}
		if credit > best.p {
			best = chosen{value, credit}
		}
	}
	return best
}

// bestQuotation is the quotation with the most credit to be expected, of equals
// the most probable.
func bestQuotation(slot muc4.Slot, offered []quotation) quotation {
	best, most := quotation{}, 0.
	for _, v := range offered {
		credit := v.p / 1000
		for _, key := range offered {
			if key.p >= leastWeighed {
				credit += key.p * muc4.Credit(slot, key.text, v.text)
			}
		}
		if credit > most {
			best, most = v, credit
		}
	}
	return best
}

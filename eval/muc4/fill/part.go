package fill

// partStage asks again about the heads of the sentences that tell of an
// incident. It is taught by relevant messages only: what it says is free of the
// doubt whether the message is relevant at all, so that a part in a likely
// incident is found although its message looked dull at first.
func partStage() stage {
	return stage{
		name: "part", classes: roleCount,
		prepare: (*reading).findTelling,
		bags: func(r *reading) (out []bag) {
			for _, i := range r.inside {
				out = append(out, r.mentionBag(i, r.within(r.heads[i].sentence)))
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			r.parts = make([][roleCount]float64, len(r.heads))
			for k, i := range r.inside {
				copy(r.parts[i][:], p[k])
			}
		},
		answer: (*taught).ofPart,
		how:    learning{passes: 6, trust: 12, least: 2, rarity: .5},
	}
}

// findTelling lists the heads of the sentences that will be grouped.
func (r *reading) findTelling() {
	for i, h := range r.heads {
		if r.relevance[h.sentence] >= leastGrouped {
			r.inside = append(r.inside, i)
		}
	}
}

// within is what the stages said of the type of a sentence's incident.
func (r *reading) within(sentence int) []string {
	out := []string{"R" + level(r.relevance[sentence])}
	for i, kind := range types {
		if r.told[sentence][i+1] > .3*r.told[sentence][0] {
			out = append(out, "T"+kind)
		}
	}
	return out
}

// chance is how probably a head fills a role.
func (r *reading) chance(head, role int) float64 {
	return max(r.roles[head][role], r.parts[head][role]*r.relevance[r.heads[head].sentence])
}

func (t *taught) ofPart(k int) answer {
	if len(t.keys) == 0 {
		return answer{}
	}
	return t.ofHead(t.inside[k])
}

package fill

// The stages that decide about closed sets learn not only from the groups and
// entities that the stages before found, but also from those that the key
// tells of: a bank that nobody took for a target still is a FINANCIAL one.

// ideal is a template of the key as a group of the sentences that tell of it.
type ideal struct {
	group    *group
	template int
}

// findIdeals leaves out the templates that no sentence tells of.
func (t *taught) findIdeals() []ideal {
	var out []ideal
	for k, key := range t.keys {
		g := &group{}
		for s := range t.Sentences {
			if t.homes[s][k] >= .5 {
				g.sentences = append(g.sentences, s)
			}
		}
		if len(g.sentences) == 0 {
			continue
		}
		t.weigh(g)
		for kind := range types {
			if kindOf(key) == 2<<kind {
				g.kind = kind
			}
		}
		for role := range roleCount {
			for _, e := range t.entities[role] {
				_, is := t.fillOf(k, e)
				g.roles[role] = append(g.roles[role], one(is))
			}
		}
		out = append(out, ideal{g, k})
	}
	return out
}

// idealEntities are the fills of a template as entities of a role.
func (t *taught) idealEntities(template, role int) []*entity {
	of := map[int]*entity{}
	var out []*entity
	for i := range t.heads {
		for _, ref := range t.fills[i] {
			if ref.template != template || ref.role != role {
				continue
			}
			e := of[ref.fill]
			if e == nil {
				e = &entity{role: role, texts: map[string]float64{}}
				of[ref.fill] = e
				out = append(out, e)
			}
			e.heads = append(e.heads, i)
			for _, v := range t.variants(i) {
				if len(t.quotes[role][v.text]) > 0 {
					e.texts[v.text] = 1
				}
			}
		}
	}
	return out
}

// idealItems are the lessons about a closed slot that the key gives.
func (t *taught) idealItems(c closed) []item {
	var out []item
	for _, g := range t.findIdeals() {
		var asked []question
		if c.roles == nil {
			asked = append(asked, question{c.slot, g.group, nil})
		}
		for _, role := range c.roles {
			for _, e := range t.idealEntities(g.template, role) {
				asked = append(asked, question{c.slot, g.group, e})
			}
		}
		for _, q := range asked {
			if a := t.answerOf(c, q, g.template); a.weight > 0 {
				out = append(out, item{bag: t.questionBag(q).distinct(), answer: a})
			}
		}
	}
	return out
}

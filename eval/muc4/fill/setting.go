package fill

// settingRow says when and where sentences tell that something happened: how
// many days before the message, and in how many names of countries of the task
// and of others, in these sentences and in all. What is old, or happened in
// another country, is not of the task.
func (r *reading) settingRow(g *group) []float32 {
	nearest, farthest := r.daysTold(g)
	own, foreign := r.countries(g.has)
	allOwn, allForeign := r.countries(func(int) bool { return true })
	return append(r.mannerRow(g), floats(nearest, farthest, own, foreign, allOwn, allForeign, one(r.home() != ""))...)
}

// daysTold is how many days before the message the dates of a group lie, at
// least and at most; -1 without a date.
func (r *reading) daysTold(g *group) (nearest, farthest float64) {
	nearest, farthest = -1, -1
	for _, x := range r.dates {
		if !g.has(x.sentence) {
			continue
		}
		days := r.daysBefore(x.value)
		farthest = max(farthest, days)
		if nearest < 0 || days < nearest {
			nearest = days
		}
	}
	return nearest, farthest
}

// countries counts the places and nationalities of countries of the task and of
// others in some sentences.
func (r *reading) countries(in func(sentence int) bool) (own, foreign float64) {
	add := func(country string) {
		own += one(expected[country])
		foreign += one(!expected[country])
	}
	home := r.home()
	for _, p := range r.places {
		if in(p.sentence) {
			add(r.meant(p, home, "").country)
		}
	}
	for i := range r.Sentences {
		for _, w := range r.Sentences[i].Words {
			if country, ok := nationalities[w.Form]; ok && in(i) {
				add(country)
			}
		}
	}
	return own, foreign
}

// mannerRow counts the words of a group that tell what is past, not so or said by
// those concerned.
func (r *reading) mannerRow(g *group) []float32 {
	var years, hedged, person, quotes float64
	for _, s := range g.sentences {
		for _, w := range r.Sentences[s].Words {
			years += one(isYear(w.Form))
			hedged += one(hedges[w.Form])
			person += one(firstPerson[w.Form])
			quotes += one(w.Form == `"`)
		}
	}
	return floats(years, hedged, person, quotes)
}

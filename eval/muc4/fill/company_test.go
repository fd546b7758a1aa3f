package fill

import "testing"

// "THE DRIVER AND THE GUARD": what has the role of the one speaks for the other.
func TestPhrasesJoinedWithAndAreCompany(t *testing.T) {
	s := sentenceOf([3]string{"DRIVER", "NOUN", "NN"}, [3]string{"AND", "CCONJ", "CC"}, [3]string{"GUARD", "NOUN", "NN"}, [3]string{"REBELS", "NOUN", "NNS"}, [3]string{"KILLED", "VERB", "VBD"})
	s.Words[2].Head, s.Words[2].Rel = 0, "conj"
	r := read(&Message{Sentences: []Sentence{s}}, blankTables(t))
	at := map[string]int{}
	for i, h := range r.heads {
		at[r.word(h).Form] = i
	}
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"DRIVER", "GUARD", conjoined},
		{"DRIVER", "REBELS", sameClause},
		{"GUARD", "REBELS", sameClause},
	} {
		if got := r.company(at[c.a], at[c.b]); got != c.want {
			t.Errorf("%s and %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// An incident told once more has its targets in common with the first telling.
func TestAGroupRepeatsAMoreRelevantOne(t *testing.T) {
	say := func(who string) Sentence {
		return sentenceOf([3]string{who, "NOUN", "NNS"}, [3]string{"DIED", "VERB", "VBD"})
	}
	r := read(&Message{Sentences: []Sentence{say("FARMERS"), say("FARMERS"), say("TEACHERS")}}, blankTables(t))
	r.roles, r.parts = make([][]float64, len(r.heads)), make([][roleCount]float64, len(r.heads))
	r.relevance = []float64{.9, .5, .5}
	of := map[string]*entity{}
	for i, h := range r.heads {
		r.roles[i] = make([]float64, roleCount)
		form := r.word(h).Form
		if form == "DIED" {
			continue
		}
		r.roles[i][described] = .8
		if of[form] == nil {
			of[form] = &entity{role: described}
			r.entities[described] = append(r.entities[described], of[form])
		}
		of[form].heads = append(of[form].heads, i)
	}
	for s := range r.Sentences {
		r.groups = append(r.groups, &group{sentences: []int{s}, relevance: r.relevance[s]})
	}
	for at, want := range []float32{0, 1, 0} {
		if got := r.repeated(at)[0]; got < want-.01 || got > want+.01 {
			t.Errorf("group %d repeats %.2f of its targets, want %.0f", at, got, want)
		}
	}
}

package link

import (
	"slices"
	"time"
)

// How many terms of a report are filed.
const (
	keyTerms = 10 // with the month of publication
	keyPairs = 5  // two at a time, for reports of any time
	keyNames = 12 // for reports of any time
)

// keys files what tells most in a whole report. A rare name, or two rare words
// together, finds a follow-up however much later; a single word one of the
// months around.
func (t *Text) keys(k *Keys) {
	for _, n := range strongest(t.names, keyNames) {
		if n.rarity >= rareName {
			k.both("rn|" + n.word)
		}
	}
	words := strongest(t.words, keyTerms)
	for _, w := range words {
		here, around := t.months()
		k.Post = append(k.Post, "rw|"+w.word+"|"+here)
		for _, month := range around {
			k.Probe = append(k.Probe, "rw|"+w.word+"|"+month)
		}
	}
	words = words[:min(len(words), keyPairs)]
	slices.SortFunc(words, func(a, b term) int {
		if a.word < b.word {
			return -1
		}
		return 1
	})
	for i, a := range words {
		for _, b := range words[i+1:] {
			k.both("rr|" + a.word + "|" + b.word)
		}
	}
}

// rareName is the weight from which a name alone is a key.
const rareName = 6

// months are the month of publication and it with its neighbours; "" for a
// report whose day of publication is not known.
func (t *Text) months() (here string, around []string) {
	if !t.published.Known() {
		return "", []string{""}
	}
	at := t.published.Time()
	for k := -1; k <= 1; k++ {
		around = append(around, time.Date(at.Year(), at.Month()+time.Month(k), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	}
	return around[1], around
}

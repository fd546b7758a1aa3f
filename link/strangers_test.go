package link

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/opendateline/dateline"
)

// Two attacks on depots of one town and day agree on every axis. What the stories of one
// call by name keeps the account of the other out; an account that shares a name, or calls
// hardly anything by name, is taken in.
func TestGroupsWithoutANameInCommon(t *testing.T) {
	for _, c := range []struct {
		name, text string
		joined     bool
	}{
		{"names of its own and none of theirs", "The town's depot near Skelvik burned. A crane and a trolley of the Ambrell laundry were hit beside Tofteng.", false},
		{"one of their names", "The town's depot near Skelvik burned. A crane and a trolley of the Ambrell laundry were hit beside Wendleby.", true},
		{"one name alone", "The town's depot near the river burned. A crane and a trolley of the Ambrell laundry were hit.", true},
		{"names, and most of their other words", "The town's depot near Skelvik burned. A lorry, a kiosk and the quarry of Tofteng were hit by the gantry.", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			texts := map[dateline.ID]*Text{}
			l := New(registry{}, nil)
			l.Text = func(id dateline.ID) *Text { return texts[id] }
			group := []string{"Fire took the depot. A lorry and a kiosk by the Fennimore quarry lay under the gantry of Wendleby.",
				"The depot was shelled. At Fennimore a kiosk fell on a lorry, and the gantry near Ingleside broke.",
				"Shells hit the depot by Wendleby. The quarry of Ingleside lost its gantry and a kiosk."}
			var all []*dateline.Mention
			for _, text := range append(group, c.text) {
				m := told(texts, text, "2023-03-07", day("2023-03-06"), harvashan())
				m.Words = wordsOf(text)
				all = append(all, m)
			}
			last := all[len(all)-1]
			clusters, _ := l.Cluster(all, l.pairs(all), Ruling{})
			for _, k := range clusters {
				if slices.Contains(k.Mentions, last.ID) && (len(k.Mentions) > 1) != c.joined {
					t.Errorf("%d accounts together", len(k.Mentions))
				}
			}
		})
	}
}

// pairs compares all mentions with each other.
func (l *Linker) pairs(list []*dateline.Mention) (out []Pair) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			out = append(out, l.Score(a, b))
		}
	}
	return out
}

// wordsOf are the words of a text that have four letters or more.
func wordsOf(text string) []string {
	list := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	list = slices.DeleteFunc(list, func(w string) bool { return len(w) < 4 })
	slices.Sort(list)
	return slices.Compact(list)
}

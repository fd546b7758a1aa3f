package lexicon

import (
	_ "embed"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed data/leads.tsv
var leadsTSV string

// Lead is one line of leads.tsv: words before a name that make it the doer.
type Lead struct {
	words     []string
	Stance    dateline.Stance // "" where it is told as a fact
	Attackers bool            // said of attackers told of before it: "the gunmen BELONGED TO"
}

func (l *Lexicon) loadLead(f []string) {
	lead := Lead{words: strings.Fields(f[0]), Attackers: f[2] == "attackers"}
	if f[1] != "did" {
		lead.Stance = dateline.Stance(f[1])
	}
	l.leads = append(l.leads, lead)
}

// Lead finds the longest lead that ends right before token end, articles left
// out, and the token it begins at.
func (l *Lexicon) Lead(tokens []dateline.Token, end int) (Lead, int, bool) {
	best, from := Lead{}, -1
	for _, lead := range l.leads {
		if at := endsWith(tokens, end, lead.words); at >= 0 && len(lead.words) > len(best.words) {
			best, from = lead, at
		}
	}
	return best, from, from >= 0
}

// endsWith is the token where words begin that stand right before end, or -1.
func endsWith(tokens []dateline.Token, end int, words []string) int {
	at := end
	for n := len(words) - 1; n >= 0; n-- {
		for at--; at >= 0 && tokens[at].POS == "DET"; at-- {
		}
		if at < 0 || tokens[at].Lemma != words[n] {
			return -1
		}
	}
	return at
}

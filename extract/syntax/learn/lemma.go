package learn

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

//go:embed irregular.txt
var irregular string

// irregularVerbs adds the verbs of news of violence that the treebanks lack.
func irregularVerbs() []inflection {
	var out []inflection
	for line := range strings.Lines(irregular) {
		if f := strings.Fields(line); len(f) == 3 {
			out = append(out, inflection{"VBD", f[1], f[0]}, inflection{"VBN", f[2], f[0]})
		}
	}
	return out
}

// Lemma learns the rules of the lemmatiser and writes lemmas.tsv.
func Lemma(o Options) error {
	train, err := Treebank(o.Data, "train", "ud_ewt", "gum")
	if err != nil {
		return err
	}
	return o.write("lemmas.tsv", []byte(lemmaRules(append(irregularVerbs(), lemmaPairs(train)...))))
}

// inflection is one form with its tag and the lemma it has most often.
type inflection struct{ penn, form, lemma string }

func lemmaPairs(sentences []Sentence) []inflection {
	counts := map[inflection]int{}
	for _, s := range sentences {
		for i, form := range s.Forms {
			penn, _, _ := strings.Cut(s.Tags[i], "|")
			if model.Inflected(penn) && s.Rels[i] != "goeswith" && s.Lemmas[i] != "_" {
				counts[inflection{penn, strings.ReplaceAll(strings.ToLower(form), "’", "'"), s.Lemmas[i]}]++
			}
		}
	}
	all := make([]inflection, 0, len(counts))
	for p := range counts {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b inflection) int {
		if c := strings.Compare(a.penn+" "+a.form, b.penn+" "+b.form); c != 0 {
			return c
		}
		if c := counts[b] - counts[a]; c != 0 {
			return c
		}
		return strings.Compare(a.lemma, b.lemma)
	})
	return slices.CompactFunc(all, func(a, b inflection) bool { return a.penn == b.penn && a.form == b.form })
}

func (p inflection) script() string {
	n := 0
	for n < len(p.form) && n < len(p.lemma) && p.form[n] == p.lemma[n] {
		n++
	}
	return fmt.Sprintf("%d\t%s", len(p.form)-n, p.lemma[n:])
}

// lemmaRules chooses, from the shortest endings to whole words, the script of
// each ending that differs from the script of the next shorter one.
func lemmaRules(pairs []inflection) string {
	rules := map[string]string{}
	for n := 0; n <= model.LongestEnding; n++ {
		votes := map[string]map[string]int{}
		for _, p := range pairs {
			if len(p.form) <= n {
				continue
			}
			k := p.penn + "\t" + p.form[len(p.form)-n:]
			if votes[k] == nil {
				votes[k] = map[string]int{}
			}
			votes[k][p.script()]++
		}
		for k, scripts := range votes {
			script, count := majority(scripts)
			shorter := ""
			if n > 0 {
				penn, ending, _ := strings.Cut(k, "\t")
				shorter = known(rules, penn, ending[1:])
			}
			if n == 0 || count >= 2 && script != shorter {
				rules[k] = script
			}
		}
	}
	whole := map[string]bool{}
	for _, p := range pairs {
		if whole[p.penn+p.form] {
			continue
		}
		whole[p.penn+p.form] = true
		if known(rules, p.penn, p.form[max(0, len(p.form)-model.LongestEnding):]) != p.script() {
			rules[p.penn+"\t^"+p.form] = p.script()
		}
	}
	lines := make([]string, 0, len(rules))
	for k, script := range rules {
		lines = append(lines, k+"\t"+script+"\n")
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

func known(rules map[string]string, penn, ending string) string {
	for ; ; ending = ending[1:] {
		if script, ok := rules[penn+"\t"+ending]; ok || ending == "" {
			return script
		}
	}
}

func majority(votes map[string]int) (string, int) {
	bestScript, most := "", 0
	for script, n := range votes {
		if n > most || n == most && script < bestScript {
			bestScript, most = script, n
		}
	}
	return bestScript, most
}

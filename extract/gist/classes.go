package gist

import (
	"bufio"
	_ "embed"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed data/classes.tsv
var classesTSV string

// classes are the words that a person who files such reports looks for, by
// lemma. Two-word entries are kept apart.
type classes struct {
	one map[string]string
	two map[string]map[string]string // by the first word, then the second
}

func englishClasses() (*classes, error) {
	c := &classes{map[string]string{}, map[string]map[string]string{}}
	scan := bufio.NewScanner(strings.NewReader(classesTSV))
	for line := 1; scan.Scan(); line++ {
		text := scan.Text()
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		class, words, ok := strings.Cut(text, "\t")
		if !ok {
			return nil, dateline.Errorf(dateline.Invalid, "classes of gist, line %d: no tab", line)
		}
		for _, w := range strings.Split(words, "|") {
			first, second, two := strings.Cut(w, " ")
			switch {
			case !two:
				c.one[w] = class
			case c.two[first] == nil:
				c.two[first] = map[string]string{second: class}
			default:
				c.two[first][second] = class
			}
		}
	}
	return c, scan.Err()
}

// at is the class of the word or pair of words at token i, "" for none.
func (c *classes) at(tokens []dateline.Token, i int) string {
	if i+1 < len(tokens) {
		if class, ok := c.two[tokens[i].Lemma][tokens[i+1].Lemma]; ok {
			return class
		}
	}
	return c.one[tokens[i].Lemma]
}

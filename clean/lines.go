package clean

import (
	_ "embed"
	"strings"
)

//go:embed data/lines.txt
var lineRules string

// phrases are the lines of lines.txt.
type phrases struct {
	whole map[string]string   // line → kind
	start map[string][]phrase // by first word
}

type phrase struct{ text, kind string }

var stock = readPhrases(lineRules)

func readPhrases(text string) phrases {
	p := phrases{map[string]string{}, map[string][]phrase{}}
	for _, line := range strings.Split(text, "\n") {
		parts := strings.SplitN(line, "|", 3)
		if len(parts) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		kind, how := strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1])
		for _, words := range strings.Split(parts[2], ";") {
			words = strings.TrimPrefix(words, " ")
			if key := firstWord(words); how == "start" && key != "" {
				p.start[key] = append(p.start[key], phrase{words, kind})
			} else if words = strings.TrimSpace(words); words != "" {
				p.whole[words] = kind
			}
		}
	}
	return p
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return strings.TrimRight(w, ":,.;)")
}

// kindOf gives the kind of a line that stock words mark as boilerplate, or "".
func (p phrases) kindOf(line string) string {
	small := strings.ToLower(strings.Trim(strings.ReplaceAll(line, "’", "'"), " \t\u00a0-•*|>»«–—\u200b"))
	if kind := p.whole[strings.TrimRight(small, ".!")]; kind != "" {
		return kind
	}
	if kind := p.whole[small]; kind != "" {
		return kind
	}
	if len(strings.Fields(small)) > 30 {
		return ""
	}
	for _, x := range p.start[firstWord(small)] {
		if strings.HasPrefix(small+" ", x.text) {
			return x.kind
		}
	}
	return ""
}

// boilerplateBlock says whether a block of a web page is only stock words.
func boilerplateBlock(text string) bool { return stock.kindOf(text) != "" && len(text) < 250 }

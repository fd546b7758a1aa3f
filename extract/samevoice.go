package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// sameVoice gives an organization that the words only describe or shorten ("a
// monitor", "the rights group", "the Observatory") the source that its report names:
// one origin and not two (IND-5). It is the only one that the report names, or the
// words are a part of its name; aid groups are many and stay apart.
func (p *pass) sameVoice(s *dateline.Speaker) {
	if s.Source != "" || s.Issuer != dateline.IssuerNGO {
		return
	}
	named, words := p.namedWatchers(), strings.Fields(s.Text)
	proper := slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return !startsUpper(w) || w == "The" || w == "A" || strings.HasSuffix(w, "-based")
	})
	for _, x := range named {
		described := len(named) == 1 && len(proper) == 0 && slices.ContainsFunc(words, p.watches)
		if described || len(proper) > 0 && within(proper, strings.Fields(x.Text)) {
			s.Source = x.Expression.Ref
			return
		}
	}
}

// namedWatchers are the organizations that a report names as sources, each once, in text order.
func (p *pass) namedWatchers() []Actor {
	var out []Actor
	for _, actors := range p.actors {
		for _, x := range actors {
			same := func(o Actor) bool { return o.Expression.Ref == x.Expression.Ref }
			if x.Kind == dateline.SourceExpression && x.Class == "ngo" && !slices.ContainsFunc(out, same) {
				out = append(out, x)
			}
		}
	}
	return out
}

func (p *pass) watches(word string) bool { return p.lex.Is(lexicon.Watches, lower(word)) }

// within says whether every word is one of others.
func within(words, others []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

func startsUpper(w string) bool { return unicode.IsUpper([]rune(w)[0]) }

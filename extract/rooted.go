package extract

import "github.com/opendateline/dateline"

// rooted makes sure that mended arcs are one tree: a token whose way up comes
// round in a circle is hung on the root, and where no token is a root the first
// one becomes it. Whoever walks a tree up or down relies on this.
func rooted(tokens []dateline.Token) {
	root := -1
	for i := range tokens {
		if tokens[i].Head < 0 || tokens[i].Head >= len(tokens) {
			tokens[i].Head = -1
			if root < 0 {
				root = i
			}
		}
	}
	if root < 0 && len(tokens) > 0 {
		root = 0
		tokens[0].Head, tokens[0].Rel = -1, "root"
	}
	for i := range tokens {
		if circles(tokens, i) {
			tokens[i].Head, tokens[i].Rel = root, "dep"
		}
	}
}

// circles says whether the way up from token i never ends.
func circles(tokens []dateline.Token, i int) bool {
	for steps := 0; i >= 0; i, steps = tokens[i].Head, steps+1 {
		if steps > len(tokens) {
			return true
		}
	}
	return false
}

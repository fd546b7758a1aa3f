package link

import "strings"

// streetKinds are what a street, a square or a named house is called by after its
// name. Courts, hospitals and schools are not among them: other happenings of the
// town are told with the same ones.
var streetKinds = wordSet("street st avenue ave road rd drive dr lane ln boulevard blvd highway hwy circle parkway pkwy terrace trail square house apartments roundabout junction bridge intersection mosque")

// streetFirst are those that stand before the name.
var streetFirst = wordSet("rue calle avenida carrera via jalan rua sharia avenue boulevard")

// directions may stand before the name of a street.
var directions = wordSet("north south east west northeast northwest southeast southwest n s e w")

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// street notes the name of a street, by its last word, off the last words: "Storer
// Avenue", "West 105th Street", "the 1300 block of South Kedzie", "Rue Mouffetard".
func (s *scanner) street(last []token) {
	n := len(last)
	b := last[n-1]
	if n < 2 || b.gap != " " {
		return
	}
	a := last[n-2]
	switch {
	case streetKinds[b.lower] && capital(b.form) && streetName(a):
		s.streets[a.lower] = true
	case streetFirst[a.lower] && capital(a.form) && streetName(b):
		s.streets[b.lower] = true
	case ofBlock(last[:n-1]) && streetName(b):
		s.streets[b.lower] = true
	}
}

// streetName: a name, or the number of a street.
func streetName(t token) bool {
	if directions[t.lower] {
		return false
	}
	return capital(t.form) && termWeight(t.lower) > everyday || ordinal(t.lower)
}

func ordinal(word string) bool {
	n := len(word) - 2
	return n > 0 && digits(word[:n]) && strings.Contains("st nd rd th", word[n:])
}

// ofBlock: the words end in "block of", a direction after it or none.
func ofBlock(words []token) bool {
	if n := len(words); n > 0 && directions[words[n-1].lower] {
		words = words[:n-1]
	}
	n := len(words)
	return n > 1 && words[n-1].lower == "of" && words[n-2].lower == "block"
}

package date

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed lexicon.tsv
var lexiconTSV string

//go:embed grammar.txt
var grammarTXT string

// symbol is a word of the grammar or a class of the lexicon.
type symbol int32

// meaning is one class of a word, with its value there.
type meaning struct {
	symbol      symbol
	value       int32
	needCapital bool
}

// rule is one compiled pattern.
type rule struct {
	name    string
	index   int // place in the file
	program []instruction
	short   bool   // one atom can match it
	second  []bool // by symbol: a second atom with it may follow
}

// grammar is the lexicon and the rules, compiled once.
type grammar struct {
	symbols map[string]symbol
	names   []string // of symbols
	words   map[string][]meaning
	rules   []rule
	first   [][]int32 // rules that can begin with a symbol
	street  symbol    // the class STREET
}

// newGrammar compiles the embedded files; an error is a fault of the files.
func newGrammar() (*grammar, error) {
	g := &grammar{symbols: map[string]symbol{}, words: map[string][]meaning{}}
	for _, name := range figureClasses {
		g.symbol(name)
	}
	g.street = g.symbol("STREET")
	if err := g.readLexicon(lexiconTSV); err != nil {
		return nil, err
	}
	if err := g.readRules(grammarTXT); err != nil {
		return nil, err
	}
	g.index()
	return g, nil
}

func (g *grammar) symbol(name string) symbol {
	s, ok := g.symbols[name]
	if !ok {
		s = symbol(len(g.symbols))
		g.symbols[name] = s
		g.names = append(g.names, name)
	}
	return s
}

// literal is the symbol of a word or mark itself.
func (g *grammar) literal(word string) symbol {
	s, known := g.symbols["="+word]
	if !known {
		s = g.symbol("=" + word)
		g.words[word] = append(g.words[word], meaning{symbol: s})
	}
	return s
}

func (g *grammar) readLexicon(tsv string) error {
	for i, line := range strings.Split(tsv, "\n") {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		cols := strings.Split(line, "\t")
		if len(cols) != 3 {
			return dateline.Errorf(dateline.Damaged, "lexicon.tsv line %d: want three columns", i+1)
		}
		value, err := strconv.Atoi(cols[1])
		if err != nil {
			return dateline.Errorf(dateline.Damaged, "lexicon.tsv line %d: %w", i+1, err)
		}
		class := g.symbol(cols[0])
		for _, word := range strings.Fields(cols[2]) {
			lower := strings.ToLower(word)
			g.words[lower] = append(g.words[lower], meaning{class, int32(value), lower != word})
		}
	}
	return nil
}

func (g *grammar) readRules(text string) error {
	parts := map[string]string{}
	for i, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		if name, pattern, ok := strings.Cut(line, " = "); ok {
			parts[strings.TrimSpace(name)] = pattern
			continue
		}
		name, pattern, _ := strings.Cut(line, ":")
		c := compiler{g: g, parts: parts}
		if err := c.compile(pattern); err != nil {
			return dateline.Errorf(dateline.Damaged, "grammar.txt line %d: %w", i+1, err)
		}
		c.emit(instruction{op: opMatch})
		g.rules = append(g.rules, rule{name: strings.TrimSpace(name), index: len(g.rules), program: c.program})
	}
	return nil
}

// index lists, by symbol, the rules that can begin with it, and says of each rule
// what the second atom can be.
func (g *grammar) index() {
	g.first = make([][]int32, len(g.symbols))
	for i := range g.rules {
		r := &g.rules[i]
		r.second = make([]bool, len(g.symbols))
		seen := map[symbol]bool{}
		for _, at := range symbolsFrom(r.program, 0, nil) {
			if s := r.program[at].symbol; !seen[s] {
				seen[s] = true
				g.first[s] = append(g.first[s], int32(i))
			}
			for _, next := range symbolsFrom(r.program, at+1, nil) {
				if r.program[next].op == opMatch {
					r.short = true
				} else {
					r.second[r.program[next].symbol] = true
				}
			}
		}
	}
}

// symbolsFrom lists the instructions that take the next atom, or end the match,
// on the ways from pc.
func symbolsFrom(program []instruction, pc int, found []int) []int {
	switch in := program[pc]; in.op {
	case opSplit:
		return symbolsFrom(program, in.y, symbolsFrom(program, in.x, found))
	case opJump:
		return symbolsFrom(program, in.x, found)
	case opLook, opGlued:
		return symbolsFrom(program, pc+1, found)
	default:
		return append(found, pc)
	}
}

// mayGoOn is a quick look at the atom after the first, before the rule is run.
func (r *rule) mayGoOn(atoms []atom, i int) bool {
	if r.short {
		return true
	}
	if i+1 >= len(atoms) {
		return false
	}
	for _, w := range atoms[i+1].meanings {
		if r.second[w.symbol] {
			return true
		}
	}
	return false
}

// meanings are the classes of an atom; figures are classed by their value.
func (g *grammar) meanings(a *atom) []meaning {
	if runeClass(rune(a.lower[0])) == digitRune && len(a.lower) <= 9 {
		return figureMeanings(a.lower)
	}
	return g.words[a.lower]
}

// Classes of figures, in the order of their symbols.
var figureClasses = []string{"NUM", "D1", "M1", "Y4", "YY", "HH", "MM", "HHMM"}

const (
	symNUM symbol = iota
	symD1
	symM1
	symY4
	symYY
	symHH
	symMM
	symHHMM
)

func figureMeanings(digits string) []meaning {
	n := 0
	for i := 0; i < len(digits); i++ {
		n = n*10 + int(digits[i]-'0')
	}
	v := int32(n)
	out := make([]meaning, 1, 5)
	out[0] = meaning{symbol: symNUM, value: v}
	add := func(ok bool, s symbol) {
		if ok {
			out = append(out, meaning{symbol: s, value: v})
		}
	}
	size := len(digits)
	add(size <= 2 && n >= 1 && n <= 31, symD1)
	add(size <= 2 && n >= 1 && n <= 12, symM1)
	add(size == 4 && n >= 1000 && n < 2100, symY4)
	add(size == 2, symYY)
	add(size <= 2 && n <= 24, symHH)
	add(size == 2 && n <= 59, symMM)
	add(size == 4 && n/100 <= 24 && n%100 <= 59, symHHMM)
	return out
}

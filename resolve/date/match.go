package date

import (
	"strings"

	"github.com/opendateline/dateline"
)

// Patterns run on a small backtracking machine. The longest match of a rule
// counts, so every branch is tried; patterns are short and without repetition,
// which bounds the work.
type opcode uint8

const (
	opSymbol opcode = iota // the atom has the symbol
	opSplit                // go on at x and at y
	opJump                 // go on at x
	opLook                 // the atom before or after has, or has not, the symbol
	opGlued                // no space before the atom
	opMatch
)

type instruction struct {
	op               opcode
	symbol           symbol
	x, y             int
	glued, capital   bool
	behind, negative bool
}

// capture is a class that an atom filled.
type capture struct {
	symbol symbol
	value  int32
	atom   int
}

type machine struct {
	program  []instruction
	atoms    []atom
	stack    []capture
	bestEnd  int
	bestCaps []capture
	winner   []capture // of the best rule at an atom
}

// longest runs the rule at atom i; it returns the end of the longest match, or
// -1. The captures stay in m.bestCaps until the next run.
func (m *machine) longest(r *rule, atoms []atom, i int) int {
	m.program, m.atoms = r.program, atoms
	m.stack, m.bestCaps, m.bestEnd = m.stack[:0], m.bestCaps[:0], -1
	m.run(0, i)
	return m.bestEnd
}

func (m *machine) run(pc, i int) {
	for {
		in := &m.program[pc]
		switch in.op {
		case opMatch:
			if i > m.bestEnd {
				m.bestEnd = i
				m.bestCaps = append(m.bestCaps[:0], m.stack...)
			}
			return
		case opJump:
			pc = in.x
			continue
		case opSplit:
			depth := len(m.stack)
			m.run(in.x, i)
			m.stack = m.stack[:depth]
			pc = in.y
			continue
		case opLook:
			if !m.look(in, i) {
				return
			}
		case opGlued:
			if i >= len(m.atoms) || !m.atoms[i].glued {
				return
			}
		case opSymbol:
			if !m.take(in, i) {
				return
			}
			i++
		}
		pc++
	}
}

func (m *machine) take(in *instruction, i int) bool {
	if i >= len(m.atoms) {
		return false
	}
	a := &m.atoms[i]
	if in.capital && !a.capital {
		return false
	}
	value, ok := a.has(in.symbol)
	if ok {
		m.stack = append(m.stack, capture{in.symbol, value, i})
	}
	return ok
}

func (m *machine) look(in *instruction, i int) bool {
	if in.behind {
		i--
	}
	if i < 0 || i >= len(m.atoms) || !in.behind && in.glued && !m.atoms[i].glued {
		return in.negative
	}
	if in.behind && in.glued && !m.atoms[i+1].glued {
		return in.negative
	}
	_, ok := m.atoms[i].has(in.symbol)
	return ok != in.negative
}

// has gives the value of the atom in a class.
func (a *atom) has(s symbol) (int32, bool) {
	for _, w := range a.meanings {
		if w.symbol == s && (a.capital || !w.needCapital) {
			return w.value, true
		}
	}
	return 0, false
}

// compiler turns one pattern into a program, putting parts in place.
type compiler struct {
	g       *grammar
	parts   map[string]string
	program []instruction
}

func (c *compiler) emit(in instruction) int {
	c.program = append(c.program, in)
	return len(c.program) - 1
}

func (c *compiler) compile(pattern string) error {
	items := strings.Fields(pattern)
	rest, err := c.choice(items)
	if err == nil && len(rest) > 0 {
		return dateline.Errorf(dateline.Damaged, "%q closes nothing", rest[0])
	}
	return err
}

// choice compiles "a b | c" up to a closing bracket, which it leaves.
func (c *compiler) choice(items []string) ([]string, error) {
	var exits []int
	for {
		split := c.emit(instruction{op: opSplit})
		c.program[split].x = len(c.program)
		rest, err := c.sequence(items)
		if err != nil {
			return nil, err
		}
		if len(rest) == 0 || rest[0] != "|" {
			c.program[split] = instruction{op: opJump, x: split + 1}
			for _, at := range exits {
				c.program[at].x = len(c.program)
			}
			return rest, nil
		}
		exits = append(exits, c.emit(instruction{op: opJump}))
		c.program[split].y = len(c.program)
		items = rest[1:]
	}
}

func (c *compiler) sequence(items []string) ([]string, error) {
	for len(items) > 0 {
		var err error
		switch items[0] {
		case "|", ")", "]":
			return items, nil
		case "~(":
			c.emit(instruction{op: opGlued})
			items, err = c.group(items[1:], ")")
		case "(":
			items, err = c.group(items[1:], ")")
		case "[":
			split := c.emit(instruction{op: opSplit})
			c.program[split].x = len(c.program)
			items, err = c.group(items[1:], "]")
			c.program[split].y = len(c.program)
		default:
			err = c.item(items[0])
			items = items[1:]
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func (c *compiler) group(items []string, closing string) ([]string, error) {
	rest, err := c.choice(items)
	if err == nil && (len(rest) == 0 || rest[0] != closing) {
		return nil, dateline.Errorf(dateline.Damaged, "a bracket is not closed by %s", closing)
	}
	if err != nil {
		return nil, err
	}
	return rest[1:], nil
}

// item compiles one word, class, mark, part or condition.
func (c *compiler) item(word string) error {
	in := instruction{op: opSymbol}
	for len(word) > 1 && strings.IndexByte("~^<>!", word[0]) >= 0 {
		switch word[0] {
		case '~':
			in.glued = true
		case '^':
			in.capital = true
		case '!':
			in.negative = true
		default:
			in.op, in.behind = opLook, word[0] == '<'
		}
		word = word[1:]
	}
	if in.glued && in.op == opSymbol {
		c.emit(instruction{op: opGlued})
	}
	if pattern, ok := c.parts[word]; ok {
		rest, err := c.choice(strings.Fields(pattern))
		if err == nil && len(rest) > 0 {
			err = dateline.Errorf(dateline.Damaged, "%q closes nothing in %s", rest[0], word)
		}
		return err
	}
	s, err := c.lookup(word)
	in.symbol = s
	c.emit(in)
	return err
}

func (c *compiler) lookup(word string) (symbol, error) {
	if quoted := strings.Trim(word, `"`); quoted != word && quoted != "" {
		return c.g.literal(quoted), nil
	}
	if word == strings.ToUpper(word) && word != strings.ToLower(word) {
		s, ok := c.g.symbols[word]
		if !ok {
			return 0, dateline.Errorf(dateline.Damaged, "no class %s", word)
		}
		return s, nil
	}
	return c.g.literal(word), nil
}

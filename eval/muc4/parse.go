package muc4

import (
	"bufio"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// slotLine is the first line of a slot: its number, then label and first fill.
var slotLine = regexp.MustCompile(`^\s*(\d+)\.\s+([A-Z].*)$`)

// ParseTemplates reads a file of templates, an answer key or a response.
// Comments (";" at the start of a line) and blank lines are passed over. A fill
// that breaks off in the middle of a line goes on in the next.
func ParseTemplates(r io.Reader) ([]Template, error) {
	p := &parser{slot: slotCount}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if err := p.line(lines.Text()); err != nil {
			return nil, dateline.Errorf(dateline.Unreadable, "line %d: %w", number, err)
		}
	}
	p.endFill()
	return p.templates, lines.Err()
}

type parser struct {
	templates []Template
	slot      Slot
	pending   string // the fill so far
}

func (p *parser) line(line string) error {
	text := strings.TrimSpace(line)
	if text == "" || strings.HasPrefix(line, ";") || text == "* * *" {
		return nil
	}
	if slot, fill, ok := startOf(line); ok {
		return p.start(slot, fill)
	}
	if p.slot == slotCount {
		return dateline.Errorf(dateline.Unreadable, "%q stands before any slot", text)
	}
	if !p.open() {
		p.endFill()
	}
	p.pending = strings.TrimSpace(p.pending + " " + text)
	return nil
}

// open says whether the fill read last is unfinished: an unclosed quotation, or
// a separator at its end.
func (p *parser) open() bool {
	plain := strings.ReplaceAll(p.pending, `\"`, "")
	return strings.Count(plain, `"`)%2 == 1 || strings.HasSuffix(plain, ":") || strings.HasSuffix(plain, "/")
}

// startOf cuts a line that begins a slot: the number and the label that go
// together, then the first fill. It ends what stands open, for a few quotations
// in the keys are never closed.
func startOf(line string) (slot Slot, fill string, ok bool) {
	parts := slotLine.FindStringSubmatch(line)
	if parts == nil {
		return 0, "", false
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil || n >= int(slotCount) {
		return 0, "", false
	}
	fill, ok = strings.CutPrefix(parts[2], Slot(n).Label())
	return Slot(n), strings.TrimSpace(fill), ok
}

func (p *parser) start(slot Slot, fill string) error {
	p.endFill()
	if slot == MessageID {
		p.templates = append(p.templates, Template{})
	}
	if len(p.templates) == 0 {
		return dateline.Errorf(dateline.Unreadable, "slot %d stands before any message id", slot)
	}
	p.slot, p.pending = slot, fill
	return nil
}

func (p *parser) endFill() {
	text := p.pending
	p.pending = ""
	if text == "" {
		return
	}
	template := &p.templates[len(p.templates)-1]
	switch p.slot {
	case MessageID:
		template.Message = strings.Fields(text)[0]
	case TemplateNumber:
		template.Irrelevant = text == "*"
		template.Optional = strings.Contains(text, "OPTIONAL")
		template.Number, _ = strconv.Atoi(strings.Fields(text)[0]) // "*" has no number
	default:
		if fill, ok := parseFill(p.slot, text); ok {
			template.Fills[p.slot] = append(template.Fills[p.slot], fill)
		}
	}
}

// parseFill reads one fill; false for a null ("-") and for an inapplicable slot
// ("*").
func parseFill(slot Slot, text string) (Fill, bool) {
	var fill Fill
	if rest, optional := strings.CutPrefix(text, "?"); optional {
		fill.Optional, text = true, strings.TrimSpace(rest)
	}
	value, ref := text, ""
	if slot.Refers() {
		value, ref = splitRef(text)
	}
	for _, alternative := range splitAlternatives(value) {
		if alternative == "-" || alternative == "*" || alternative == "" {
			fill.Optional = true
			continue
		}
		fill.Values = append(fill.Values, alternative)
	}
	if ref != "" {
		fill.Refs = splitAlternatives(ref)
	}
	return fill, len(fill.Values) > 0
}

// splitRef cuts a fill at the colon outside quotation marks.
func splitRef(text string) (value, ref string) {
	for i, c := range outside(text) {
		if c == ':' {
			return strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:])
		}
	}
	return text, ""
}

// splitAlternatives cuts at slashes outside quotation marks and parentheses,
// and takes the marks and the outer parentheses off. A slash without a space
// before it separates quotations only: PORT/CITY is one name.
func splitAlternatives(text string) []string {
	if inner, ok := unwrap(text); ok {
		return splitAlternatives(inner)
	}
	var parts []string
	start, depth, plain := 0, 0, outside(text)
	for i, c := range plain {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '/' && depth <= 0 && i > 0 && (text[i-1] == ' ' || text[i-1] == '"'):
			parts = append(parts, bare(text[start:i]))
			start = i + 1
		}
	}
	return append(parts, bare(text[start:]))
}

// bare takes one fill out of its quotation marks or parentheses.
func bare(text string) string {
	text = strings.TrimSpace(text)
	if inner, ok := unwrap(text); ok {
		return bare(inner)
	}
	if len(text) >= 2 && text[0] == '"' && text[len(text)-1] == '"' {
		text = text[1 : len(text)-1]
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(text, `\"`, `"`)), " ")
}

// unwrap takes off parentheses that enclose the whole text.
func unwrap(text string) (string, bool) {
	if len(text) < 2 || text[0] != '(' {
		return text, false
	}
	depth := 0
	for i, c := range outside(text) {
		if c == '(' {
			depth++
		} else if c == ')' {
			depth--
		}
		if depth == 0 {
			return strings.TrimSpace(text[1:i]), i == len(text)-1
		}
	}
	return text, false
}

// outside gives the bytes of the text with everything inside quotation marks
// blanked.
func outside(text string) []byte {
	plain, quoted := []byte(text), false
	for i := 0; i < len(plain); i++ {
		switch {
		case plain[i] == '\\' && i+1 < len(plain):
			plain[i], plain[i+1] = ' ', ' '
			i++
		case plain[i] == '"':
			quoted = !quoted
		case quoted:
			plain[i] = ' '
		}
	}
	return plain
}

package muc4

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Template is one filled template, of a key or of a system. A slot without
// fills is null. Irrelevant marks the empty template of a message without any
// relevant incident; Optional one that a system need not give.
type Template struct {
	Message    string
	Number     int
	Optional   bool
	Irrelevant bool
	Fills      [slotCount][]Fill
}

// Fill is one fill of a slot. Values holds the alternatives, any of which is
// right; a system gives one. Refs holds the alternatives of the
// cross-reference, "-" for one that points at nothing.
type Fill struct {
	Optional bool
	Values   []string
	Refs     []string
}

// Add puts one more fill with a single value into the slot. An empty ref is no
// cross-reference.
func (t *Template) Add(slot Slot, value, ref string) {
	fill := Fill{Values: []string{value}}
	if ref != "" {
		fill.Refs = []string{ref}
	}
	t.Fills[slot] = append(t.Fills[slot], fill)
}

const valueColumn = 36

// Write prints templates in the format of 1992, so that [ParseTemplates] gives
// them back.
func Write(w io.Writer, templates []Template) error {
	out := bufio.NewWriter(w)
	for i := range templates {
		for slot := MessageID; slot < slotCount; slot++ {
			label := fmt.Sprintf("%-4s%s", fmt.Sprintf("%d.", slot), slot.Label())
			for _, value := range templates[i].printed(slot) {
				fmt.Fprintf(out, "%-*s%s\n", valueColumn, label, value)
				label = ""
			}
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

func (t *Template) printed(slot Slot) []string {
	switch {
	case slot == MessageID:
		return []string{t.Message}
	case t.Irrelevant:
		return []string{"*"}
	case slot == TemplateNumber && t.Optional:
		return []string{fmt.Sprintf("%d (OPTIONAL)", t.Number)}
	case slot == TemplateNumber:
		return []string{fmt.Sprint(t.Number)}
	case len(t.Fills[slot]) == 0:
		return []string{"-"}
	}
	var lines []string
	for _, fill := range t.Fills[slot] {
		lines = append(lines, fill.printed(slot))
	}
	return lines
}

func (f Fill) printed(slot Slot) string {
	line := alternatives(f.Values, slot.quoted(), slots[slot].kind)
	if len(f.Refs) > 0 {
		line += ": " + alternatives(f.Refs, true, stringFill)
	}
	if f.Optional {
		line = "? " + line
	}
	return line
}

func alternatives(values []string, quote bool, k kind) string {
	printed := make([]string, len(values))
	for i, value := range values {
		printed[i] = value
		if quote {
			printed[i] = `"` + strings.ReplaceAll(value, `"`, `\"`) + `"`
		} else if len(values) > 1 && (k == dateFill || k == placeFill) {
			printed[i] = "(" + value + ")"
		}
	}
	return strings.Join(printed, " / ")
}

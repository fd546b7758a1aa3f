package reconcile

import (
	"sort"

	"github.com/opendateline/dateline"
)

// statement is one voice and what it says on a fact, in words that readers see.
type statement struct {
	*voice
	value string
	count *dateline.Count // for numbers
}

// clash is what two statements do to each other: the severity "" is none.
type clash struct {
	severity dateline.Severity
	reason   string // a possible reason, found by the program and not checked
}

// dispute describes how to find contradictions of one type (§9).
type dispute struct {
	kind       dateline.ContradictionType
	attribute  dateline.Attribute
	statements []statement
	clash      func(a, b statement) clash
	wording    func(c dateline.Contradiction) string
}

// layer says how close two statements stand: in one report, in one origin, or
// apart. A contradiction holds statements of one layer only.
type layer int

const (
	apart layer = iota
	sameOrigin
	sameReport
)

func layerOf(a, b statement) layer {
	switch {
	case a.origin.ID != b.origin.ID:
		return apart
	case a.claim.ReportID == b.claim.ReportID:
		return sameReport
	}
	return sameOrigin
}

// find gives the contradictions of a dispute, one a layer at most.
func (x dispute) find() []dateline.Contradiction {
	var found [3]map[int]bool
	var worst [3]clash
	for i := range x.statements {
		for j := i + 1; j < len(x.statements); j++ {
			a, b := x.statements[i], x.statements[j]
			if a.value == b.value {
				continue
			}
			if c := x.clash(a, b); c.severity != "" {
				l := layerOf(a, b)
				if found[l] == nil {
					found[l] = map[int]bool{}
				}
				found[l][i], found[l][j] = true, true
				worst[l] = worse(worst[l], c)
			}
		}
	}
	var out []dateline.Contradiction
	for l := apart; l <= sameReport; l++ {
		if len(found[l]) > 0 {
			out = append(out, x.record(found[l], l, worst[l]))
		}
	}
	return out
}

func worse(a, b clash) clash {
	if rank(b.severity) > rank(a.severity) {
		a.severity = b.severity
	}
	if a.reason == "" {
		a.reason = b.reason
	}
	return a
}

func rank(s dateline.Severity) int {
	switch s {
	case dateline.Major:
		return 3
	case dateline.Minor:
		return 2
	case dateline.Info:
		return 1
	}
	return 0
}

func (x dispute) record(members map[int]bool, l layer, c clash) dateline.Contradiction {
	var chosen []statement
	for _, i := range sortedInts(members) {
		chosen = append(chosen, x.statements[i])
	}
	con := dateline.Contradiction{Type: x.kind, Attribute: x.attribute, Severity: c.severity, Status: "open", Sides: sides(chosen)}
	switch l {
	case sameOrigin:
		con.SameOrigin, con.Severity = true, lowered(c.severity)
	case sameReport:
		con.SameOrigin, con.Severity = true, dateline.Info
		if x.kind != dateline.ContraComposition {
			con.Type = dateline.ContraInternal
		}
	}
	if c.reason != "" {
		con.Explanation = "Possible reason, found by the program and not checked: " + c.reason
	}
	con.ID = contradictionID(con)
	con.Wording = word(con, x.wording)
	return con
}

func lowered(s dateline.Severity) dateline.Severity {
	if s == dateline.Major {
		return dateline.Minor
	}
	return dateline.Info
}

// contradictionID rests on the type, the fact and the sorted claims alone.
func contradictionID(c dateline.Contradiction) dateline.ID {
	key := []string{string(c.Type), string(c.Attribute)}
	var ids []dateline.ID
	for _, s := range c.Sides {
		ids = append(ids, s.Claims...)
	}
	for _, id := range union(ids) {
		key = append(key, string(id))
	}
	return dateline.NewID(dateline.PrefixContradiction, key...)
}

// sides groups statements by their words, the best sourced first (§9).
func sides(statements []statement) []dateline.Side {
	groups := map[string][]*voice{}
	for _, s := range statements {
		groups[s.value] = append(groups[s.value], s.voice)
	}
	values := make([]string, 0, len(groups))
	for v := range groups {
		values = append(values, v)
	}
	sort.Slice(values, func(i, j int) bool { return stronger(groups, values[i], values[j]) })
	out := make([]dateline.Side, 0, len(values))
	for _, v := range values {
		out = append(out, dateline.Side{Claims: claimIDs(groups[v]), Value: v, Sources: sources(groups[v]), Origins: originIDs(groups[v])})
	}
	return out
}

func stronger(groups map[string][]*voice, a, b string) bool {
	x, y := count(groups[a]), count(groups[b])
	switch {
	case x.known != y.known:
		return x.known > y.known
	case x.unknown != y.unknown:
		return x.unknown > y.unknown
	}
	return a < b
}

func originIDs(voices []*voice) []dateline.ID {
	var ids []dateline.ID
	for _, v := range voices {
		ids = append(ids, v.origin.ID)
	}
	return union(ids)
}

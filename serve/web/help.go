package web

import (
	"github.com/opendateline/dateline/store/query"
)

// Rules are one way to get low, best and high, in words (ETH-18). The program
// that serves the pages fills them from the rules that it runs.
type Rules struct {
	Name    string
	Version string
	Active  bool // the records in the store were made by it
	About   string
	Ladder  []Rung // of best, in the order in which they are tried
	Low     string
	High    string
	Counts  string // who is counted
	Injured string // what the rule NAME/CAS-12 does to the number of injured, "" if there is none
}

// Rung is one step of a ladder. N is its number in the rule's id: rung 2 of
// dateline-1 is the rule dateline-1/2.
type Rung struct {
	N     int
	Words string
}

type helpRulesView struct {
	Rules []Rules
	Words []meaning
}

func (s *Site) help(r *request) (*answer, error) {
	return &answer{page: "help", title: "Help"}, r.only()
}

// helpRules says by which rules numbers come about, and what made the records
// in the store.
func (s *Site) helpRules(r *request) (*answer, error) {
	if err := r.only(); err != nil {
		return nil, err
	}
	return &answer{page: "rules", title: "Rules", body: &helpRulesView{Rules: s.options.Rules, Words: supportMeanings}}, nil
}

// meaning is a word and when it is used.
type meaning struct{ Word, Holds, Class, Mark string }

var supportMeanings = []meaning{
	{"not reported", "no report says anything about it", "", "–"},
	{"decided by NAME, DATE", "a person set the value", "decided", "✓"},
	{"contested", "reports say things that cannot all hold", "con", "▲"},
	{"inferred", "no report says it; it follows from the wording", "dot", ""},
	{"no basis stated", "no report says how it knows", "dot", ""},
	{"1 origin, 1–3 origins", "one independent origin at least", "one", ""},
	{"agreed · 4–6 origins", "two independent origins or more", "sup", ""},
}

// key is one key that works on a page.
type key struct{ Keys, Does string }

var everywhere = []key{{"/", "search"}, {"?", "the keys of this page"}, {"g i", "incidents"}, {"g c", "what changed"}, {"Esc", "close"}}

var pageKeys = map[string][]key{
	"home":      {{"j", "next incident"}, {"k", "previous incident"}, {"o", "open it"}},
	"incidents": {{"f", "filters"}, {"j", "next incident"}, {"k", "previous incident"}, {"o", "open it"}, {"n", "next page"}},
	"search":    {{"j", "next result"}, {"k", "previous result"}, {"o", "open it"}},
	"incident":  {{".", "next panel"}, {",", "previous panel"}, {"r", "reports"}, {"h", "history"}},
	"report":    {{"n", "next highlighted words"}, {"p", "previous highlighted words"}, {"1–5", "show or hide numbers, actors, places, dates, targets"}, {"t", "what was taken from this report"}},
}

func keysOf(page string) []key { return append(append([]key{}, everywhere...), pageKeys[page]...) }

type helpKeysView struct{ Groups []keyGroup }

type keyGroup struct {
	Where string
	Keys  []key
}

func (s *Site) helpKeys(r *request) (*answer, error) {
	v := &helpKeysView{[]keyGroup{{"Everywhere", everywhere}, {"List of incidents", pageKeys["incidents"]}, {"What changed", pageKeys["home"]},
		{"Search", pageKeys["search"]}, {"Incident", pageKeys["incident"]}, {"Report", pageKeys["report"]}}}
	return &answer{page: "keys", title: "Keys", body: v}, r.only()
}

type helpQueryView struct{ Keys []string }

func (s *Site) helpQuery(r *request) (*answer, error) {
	return &answer{page: "query", title: "Query", body: &helpQueryView{query.Keys()}}, r.only()
}

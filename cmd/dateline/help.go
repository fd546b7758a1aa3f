package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/opendateline/dateline"
)

const oneLine = "Reads news reports of political violence into one reconciled, source-cited record per incident."

const firstScreen = `dateline: ` + oneLine + `

  dateline demo                          read synthetic reports, show the records
  dateline ingest reports/*.txt          read reports into a store
  dateline ls                            list incidents
  dateline show INC-…                    one incident: facts, numbers, contradictions
  dateline why INC-… killed              why this value, which sentences, which rule
  dateline why INC-… INC-…               why these two are (not) one incident
  dateline origins INC-…                 who got it from whom
  dateline merge INC-… INC-…             a person decides; dateline undo takes it back
  dateline export --profile acled -o march.csv
  dateline verify                        check every hash and span

All commands: dateline --help     One command: dateline why --help
Topics: dateline help query | formats | rules | exit-codes | environment | own | accessibility
`

//go:embed topics
var topicFiles embed.FS

// topicNames are the topics of help, in the order of the first screen.
var topicNames = []string{"query", "formats", "rules", "exit-codes", "environment", "own", "accessibility"}

// topic is the text of a topic: two of them are written from what the program
// does.
func topic(name string) (string, error) {
	switch name {
	case "rules":
		return methodology(), nil
	case "formats":
		return formats(), nil
	}
	b, err := topicFiles.ReadFile("topics/" + name + ".txt")
	return string(b), err
}

// sortArgs lets "--sort -killed" stand for "--sort=-killed": an order that
// begins with a dash is no flag.
func sortArgs(args []string) []string {
	var out []string
	for i := 0; i < len(args); i++ {
		if args[i] == "--sort" && i+1 < len(args) && has(closed["sort"], args[i+1]) {
			out = append(out, "--sort="+args[i+1])
			i++
			continue
		}
		out = append(out, args[i])
	}
	return out
}

// helpArgs turns "help COMMAND" into what the parser knows; topics are left to
// the command help.
func helpArgs(args []string) []string {
	if args[0] != "help" || len(args) < 2 || has(topicNames, args[1]) {
		return args
	}
	if _, ok := examples[canonical(args[1])]; ok {
		return append(args[1:len(args):len(args)], "--help")
	}
	return args
}

// canonical is the name of a command by one of its short forms.
func canonical(name string) string {
	switch name {
	case "ls":
		return "incidents"
	case "incident", "report":
		return "show"
	}
	return name
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

type helpCmd struct {
	Topic string `arg:"" help:"query, formats, rules, exit-codes, environment, own, accessibility; or a command."`
}

func (c helpCmd) Run(a *app, parser *kong.Kong) error {
	if !has(topicNames, c.Topic) {
		return dateline.Errorf(dateline.Invalid, "no help on %q%s", c.Topic, suggestion(c.Topic, append(commandNames(parser), topicNames...), "", "Topics: "+list(topicNames)))
	}
	text, err := topic(c.Topic)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.stdout, strings.TrimRight(text, "\n"))
	return err
}

// examples stand at the head of a command's help: two for each.
var examples = map[string][2]string{
	"ingest":     {"dateline ingest reports/*.txt", "cat page.html | dateline ingest -"},
	"incidents":  {"dateline ls --country AFG --from 2022 --support contested", "dateline ls --fields id,date,killed -o csv > list.csv"},
	"show":       {"dateline show INC-7K3M9Q", "dateline show INC-7K3M9Q --fields id,killed,counts --jq .killed"},
	"reports":    {"dateline reports", "dateline reports --fields id,published,title -o csv"},
	"claims":     {"dateline claims INC-7K3M9Q", "dateline claims R-1GQ5M9 --json"},
	"mentions":   {"dateline mentions --kind threat,plot", "dateline mentions --json --jq '.[].kind'"},
	"actors":     {"dateline actors", "dateline actors --json"},
	"places":     {"dateline places", "dateline places -o csv"},
	"sources":    {"dateline sources", "dateline sources --fields id,name"},
	"find":       {"dateline find bus station", "dateline find '\"bus station\"' -market"},
	"why":        {"dateline why INC-7K3M9Q killed", "dateline why INC-7K3M9Q INC-2M8X0T"},
	"cite":       {"dateline cite INC-7K3M9Q#killed", "dateline cite INC-7K3M9Q -o bibtex"},
	"origins":    {"dateline origins INC-7K3M9Q", "dateline origins INC-7K3M9Q --json --jq '.[].issuer'"},
	"diff":       {"dateline diff INC-7K3M9Q", "dateline diff INC-7K3M9Q 5..6 --exit-status"},
	"history":    {"dateline history INC-7K3M9Q", "dateline history INC-7K3M9Q --json"},
	"changes":    {"dateline changes --since 2024-03-13", "dateline changes --since seq:18234 -o jsonl"},
	"review":     {"dateline review", "dateline review accept INC-7K3M9Q --note \"read all seven reports\""},
	"list":       {"dateline review list --type split", "dateline review --fields type,id,other,answer"},
	"accept":     {"dateline review accept INC-7K3M9Q", "dateline review accept INC-7K3M9Q --revision 6 -n"},
	"same":       {"dateline review same INC-7K3M9Q INC-2M8X0T", "dateline review same INC-7K3M9Q R-1GQ5M9"},
	"different":  {"dateline review different INC-7K3M9Q INC-2M8X0T", "dateline review different INC-7K3M9Q R-1GQ5M9 --note \"another day\""},
	"skip":       {"dateline review skip INC-7K3M9Q INC-2M8X0T", "dateline review skip INC-7K3M9Q R-1GQ5M9"},
	"merge":      {"dateline merge INC-7K3M9Q INC-2M8X0T", "dateline merge INC-7K3M9Q INC-2M8X0T --note \"one bus, two dates\""},
	"split":      {"dateline split INC-7K3M9Q --reports R-1GQ5M9,R-3F8HBF", "dateline split INC-7K3M9Q --reports R-1GQ5M9 --note \"another day\""},
	"undo":       {"dateline undo", "dateline undo D-7K3M9Q"},
	"demo":       {"dateline demo", "dateline demo --dir demo-store"},
	"export":     {"dateline export --profile acled --from 2024-03 -o march.csv", "dateline export --country AFG -o incidents.geojson"},
	"serve":      {"dateline serve", "dateline serve --addr 127.0.0.1:9000 --read-only"},
	"chart":      {"dateline chart ladder INC-7K3M9Q -o txt", "dateline chart numbers INC-7K3M9Q -o numbers.png"},
	"ladder":     {"dateline chart ladder INC-7K3M9Q -o txt", "dateline chart ladder INC-7K3M9Q --measure wounded -o wounded.svg"},
	"map":        {"dateline chart map --country AFG -o map.svg", "dateline chart map -o map.png --theme dark --width 390"},
	"growth":     {"dateline chart growth seconds.csv --title \"Reading\" -o growth.svg", "dateline chart growth sizes.csv --log none"},
	"numbers":    {"dateline chart numbers INC-7K3M9Q -o numbers.png", "dateline chart numbers INC-7K3M9Q --clock learned"},
	"histogram":  {"dateline chart histogram --by month", "dateline chart histogram --country AFG -o incidents.svg"},
	"toll":       {"dateline chart toll --by year --from 2022", "dateline chart toll --measure wounded -o toll.png"},
	"status":     {"dateline status", "dateline status J-5T2WDM"},
	"verify":     {"dateline verify", "dateline verify --json"},
	"doctor":     {"dateline doctor", "dateline doctor --json"},
	"backup":     {"dateline backup copies/monday", "dateline --store march backup copies/march"},
	"restore":    {"dateline restore copies/monday", "dateline --store fresh restore copies/monday"},
	"config":     {"dateline config get", "dateline config get store"},
	"completion": {"source <(dateline completion bash)", "dateline completion fish > ~/.config/fish/completions/dateline.fish"},
	"eval":       {"dateline eval ../shared/data/gvdb/dev", "dateline eval ../shared/data/muc34/tst2 --json"},
	"help":       {"dateline help query", "dateline help why"},
	"version":    {"dateline version", "dateline --store march version"},
}

// examplesFirst prints the examples of a command, then the usual help.
func examplesFirst(options kong.HelpOptions, ctx *kong.Context) error {
	if node := ctx.Selected(); node != nil {
		two, ok := examples[node.Name]
		if !ok || node.Name == "origins" && top(node) != node {
			two, ok = examples[top(node).Name]
		}
		if ok {
			if _, err := fmt.Fprintf(ctx.Stdout, "Examples:\n  %s\n  %s\n\n", two[0], two[1]); err != nil {
				return err
			}
		}
	}
	return kong.DefaultHelpPrinter(options, ctx)
}

// top is the command that a node belongs to.
func top(n *kong.Node) *kong.Node {
	for n.Parent != nil && n.Parent.Type == kong.CommandNode {
		n = n.Parent
	}
	return n
}

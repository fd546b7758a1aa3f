package main

import (
	"embed"
	"strings"

	"github.com/alecthomas/kong"
)

const oneLine = "Reads news reports of political violence into one reconciled, source-cited record per incident."

const firstScreen = `dateline: ` + oneLine + `

  dateline ingest reports/*.txt          read reports into a store
  dateline ls                            list incidents
  dateline show INC-…                    one incident: facts, numbers, contradictions
  dateline why INC-… killed              why this value, which sentences, which rule
  dateline origins INC-…                 who got it from whom
  dateline verify                        check every hash and span

All commands: dateline --help     One command: dateline why --help
Topics: dateline help query | exit-codes | environment
`

//go:embed topics
var topics embed.FS

// helpArgs turns "help", "help TOPIC" and "help COMMAND" into what the parser
// knows.
func helpArgs(args []string) []string {
	if len(args) == 0 || args[0] != "help" {
		return args
	}
	if len(args) == 1 {
		return []string{"--help"}
	}
	if _, err := topics.ReadFile("topics/" + args[1] + ".txt"); err == nil {
		return []string{"version", "--topic", args[1]}
	}
	return append(args[1:], "--help")
}

// examples stand before the flags of a command's help.
var examples = map[string]string{
	"ingest":    "  dateline ingest reports/*.txt\n  cat page.html | dateline ingest -",
	"incidents": "  dateline ls --country AFG --from 2022 --support contested\n  dateline ls --fields id,date,killed -o csv > list.csv",
	"show":      "  dateline show INC-7K3M9Q\n  dateline show R-1GQ5M9 --json",
	"why":       "  dateline why INC-7K3M9Q killed\n  dateline why INC-7K3M9Q INC-2M8X0T",
	"cite":      "  dateline cite INC-7K3M9Q\n  dateline cite INC-7K3M9Q -o bibtex",
	"split":     "  dateline split INC-7K3M9Q --reports R-1GQ5M9,R-3F8HBF\n  dateline split INC-7K3M9Q --reports R-1GQ5M9 --note \"another day\"",
	"ladder":    "  dateline chart ladder INC-7K3M9Q -o txt\n  dateline chart ladder INC-7K3M9Q --measure wounded -o wounded.svg",
	"numbers":   "  dateline chart numbers INC-7K3M9Q -o numbers.png\n  dateline chart numbers INC-7K3M9Q --clock learned",
	"eval":      "  dateline eval ../shared/data/gvdb/dev\n  dateline eval ../shared/data/muc34/tst2 --json",
}

// examplesFirst prints the examples of a command, then the usual help.
func examplesFirst(options kong.HelpOptions, ctx *kong.Context) error {
	if node := ctx.Selected(); node != nil {
		if text, ok := examples[node.Name]; ok {
			if _, err := ctx.Stdout.Write([]byte("Examples:\n" + text + "\n\n")); err != nil {
				return err
			}
		}
	}
	return kong.DefaultHelpPrinter(options, ctx)
}

func topic(name string) (string, error) {
	b, err := topics.ReadFile("topics/" + name + ".txt")
	return strings.TrimRight(string(b), "\n"), err
}

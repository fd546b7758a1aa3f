package main

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

type completionCmd struct {
	Shell string `arg:"" help:"bash, zsh, fish or powershell."`
}

// scripts ask the program itself for what can follow; it answers with one
// candidate a line, and a tab before what it means.
var scripts = map[string]string{
	"bash": `_dateline() {
  local line candidates=()
  COMPREPLY=()
  while IFS= read -r line; do
    candidates+=("${line%%$'\t'*}")
  done < <(dateline __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [ ${#candidates[@]} -gt 0 ]; then
    COMPREPLY=("${candidates[@]}")
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
  else
    compopt -o default
  fi
}
complete -F _dateline dateline
`,
	"zsh": `#compdef dateline
_dateline() {
  local line
  local -a candidates
  for line in "${(@f)$(dateline __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  if (( ${#candidates} )); then _describe dateline candidates; else _files; fi
}
compdef _dateline dateline
`,
	"fish": `complete -c dateline -e
complete -c dateline -a '(set -l words (commandline -opc) (commandline -ct); dateline __complete -- $words[2..-1] 2>/dev/null)'
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName dateline -ScriptBlock {
  param($word, $ast, $at)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += '' }
  dateline __complete -- @words 2>$null | ForEach-Object {
    $value, $means = $_ -split "` + "`t" + `", 2
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $(if ($means) { $means } else { $value }))
  }
}
`,
}

func (c completionCmd) Run(a *app) error {
	script, ok := scripts[c.Shell]
	if !ok {
		shells := []string{"bash", "zsh", "fish", "powershell"}
		return dateline.Errorf(dateline.Invalid, "no completion for %q%s", c.Shell, suggestion(c.Shell, shells, "", "Shells: "+list(shells)))
	}
	_, err := fmt.Fprint(a.stdout, script)
	return err
}

// completeCmd answers the scripts.
type completeCmd struct {
	Words []string `arg:"" optional:""`
}

// candidate is a word that can stand next, and what it means.
type candidate struct{ word, means string }

func (c completeCmd) Run(ctx context.Context, a *app, parser *kong.Kong) error {
	words := c.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	if len(words) == 0 {
		words = []string{""}
	}
	before, last := words[:len(words)-1], words[len(words)-1]
	for _, x := range a.candidates(ctx, parser, before, last) {
		if !strings.HasPrefix(x.word, last) && !strings.HasPrefix(x.word, strings.ToUpper(last)) {
			continue
		}
		if _, err := fmt.Fprintf(a.stdout, "%s\t%s\n", x.word, oneLineOf(x.means)); err != nil {
			return err
		}
	}
	return nil
}

// candidates are what can stand after the words before, given what the last
// begins with.
func (a *app) candidates(ctx context.Context, parser *kong.Kong, before []string, last string) []candidate {
	node, place := position(parser, before)
	a.storeOf(before)
	if flag, ok := strings.CutPrefix(last, "--"); ok {
		if name, _, given := strings.Cut(flag, "="); given {
			return prefixed("--"+name+"=", a.valuesOf(ctx, node, name))
		}
		return flagsOf(node)
	}
	if len(before) > 0 {
		if name, ok := takesValue(node, before[len(before)-1]); ok {
			return listed(a.valuesOf(ctx, node, name), last)
		}
	}
	if node.Type == kong.ApplicationNode || len(node.Children) > 0 && place == 0 {
		return commandsOf(node)
	}
	return a.argument(ctx, top(node).Name, place)
}

// position is the command that the words lead to, and how many arguments of it
// they hold.
func position(parser *kong.Kong, words []string) (node *kong.Node, arguments int) {
	node = parser.Model.Node
	for i, w := range words {
		if strings.HasPrefix(w, "-") {
			continue
		}
		if i > 0 {
			if _, value := takesValue(node, words[i-1]); value {
				continue
			}
		}
		if child := childOf(node, w); child != nil && arguments == 0 {
			node = child
		} else {
			arguments++
		}
	}
	return node, arguments
}

func childOf(node *kong.Node, name string) *kong.Node {
	for _, n := range node.Children {
		if n.Name == name || has(n.Aliases, name) {
			return n
		}
	}
	return nil
}

// takesValue says whether a word is a flag whose value comes next.
func takesValue(node *kong.Node, word string) (name string, ok bool) {
	for _, group := range node.AllFlags(false) {
		for _, f := range group {
			if (word == "--"+f.Name || f.Short != 0 && word == "-"+string(f.Short)) && !f.IsBool() {
				return f.Name, true
			}
		}
	}
	return "", false
}

func flagsOf(node *kong.Node) []candidate {
	var out []candidate
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			out = append(out, candidate{"--" + f.Name, f.Help})
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].word < out[k].word })
	return out
}

func commandsOf(node *kong.Node) []candidate {
	var out []candidate
	for _, n := range node.Children {
		if n.Hidden {
			continue
		}
		for _, name := range append([]string{n.Name}, n.Aliases...) {
			out = append(out, candidate{name, n.Help})
		}
	}
	return out
}

// storeOf takes the store from the words, since completion runs before they
// are parsed.
func (a *app) storeOf(words []string) {
	for i, w := range words {
		if dir, ok := strings.CutPrefix(w, "--store="); ok {
			a.global.Store = dir
		} else if w == "--store" && i+1 < len(words) {
			a.global.Store = words[i+1]
		}
	}
}

// valuesOf are the values of a flag.
func (a *app) valuesOf(ctx context.Context, node *kong.Node, flag string) []candidate {
	switch flag {
	case "output":
		return outputsOf(top(node).Name)
	case "country", "admin1", "lang":
		return a.stored(ctx, store.Column(flag))
	case "fields":
		if name := top(node).Name; name == "incidents" || name == "show" {
			var out []candidate
			for _, c := range incidentColumns {
				out = append(out, candidate{c.name, c.kind})
			}
			return append(out, candidate{"help", "names and types"})
		}
	case "reports", "place", "actor", "source", "origin":
		return a.ids(ctx)
	}
	if set := closed[flag]; flag != "target" || top(node).Name != "why" {
		return bare(set)
	}
	return nil
}

func outputsOf(command string) []candidate {
	if formats, ok := formatsOf[command]; ok {
		return bare(formats)
	}
	if command == "export" {
		return bare([]string{"csv", "jsonl", "json", "geojson"})
	}
	return bare(listFormats)
}

func bare(words []string) []candidate {
	out := make([]candidate, len(words))
	for i, w := range words {
		out[i] = candidate{word: w}
	}
	return out
}

// prefixed puts the flag before its values, listed keeps what stands before the
// last comma of a list.
func prefixed(flag string, values []candidate) []candidate {
	for i := range values {
		values[i].word = flag + values[i].word
	}
	return values
}

func listed(values []candidate, last string) []candidate {
	if i := strings.LastIndexByte(last, ','); i >= 0 {
		return prefixed(last[:i+1], values)
	}
	return values
}

// stored are the values that the incidents of the store have.
func (a *app) stored(ctx context.Context, column store.Column) []candidate {
	var out []candidate
	err := a.view(ctx, func(tx store.Tx) error {
		buckets, err := tx.CountIncidents(ctx, store.Filter{}, column)
		for _, b := range buckets {
			out = append(out, candidate{b.Value, plural(b.N, "incident")})
		}
		return err
	})
	if err != nil {
		return nil // a store that cannot be read completes nothing
	}
	return out
}

// argument are the candidates for the argument of a command.
func (a *app) argument(ctx context.Context, command string, place int) []candidate {
	switch command {
	case "help":
		return append(bare(topicNames), bare(sortedKeys(examples))...)
	case "completion":
		return bare([]string{"bash", "zsh", "fish", "powershell"})
	case "why":
		if place == 1 {
			return append(bare(words(dateline.Attributes...)), a.ids(ctx)...)
		}
		return a.ids(ctx)
	case "show", "cite", "origins", "diff", "history", "merge", "split", "claims", "undo", "status":
		return a.ids(ctx)
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// recent is how many records completion offers.
const recent = 200

// ids are the incidents that changed last, with their titles, then their
// reports.
func (a *app) ids(ctx context.Context) []candidate {
	var out []candidate
	err := a.view(ctx, func(tx store.Tx) error {
		var reports []dateline.ID
		for row, err := range tx.ListIncidents(ctx, store.Filter{Sort: store.SortChanged, Limit: recent}) {
			if err != nil {
				return err
			}
			if err := a.forList(ctx, tx, &row); err != nil {
				return err
			}
			out = append(out, candidate{string(row.Public), row.Title})
			reports = append(reports, row.Reports...)
		}
		names, err := tx.Public(ctx, reports...)
		for _, id := range sortedIDs(names) {
			if len(out) < recent {
				out = append(out, candidate{string(id), "report"})
			}
		}
		return err
	})
	if err != nil {
		return nil // a store that cannot be read completes nothing
	}
	return out
}

func sortedIDs(names map[dateline.ID]dateline.PublicID) []dateline.PublicID {
	var out []dateline.PublicID
	for _, p := range names {
		out = append(out, p)
	}
	sort.Slice(out, func(i, k int) bool { return out[i] < out[k] })
	return out
}

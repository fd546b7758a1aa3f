package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/itchyny/gojq"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store/query"
)

// usage turns a parser's error into a helpful one.
func usage(err error, parser *kong.Kong, args []string) error {
	text := err.Error()
	var parse *kong.ParseError
	if errors.As(err, &parse) {
		text = parse.Unwrap().Error()
	}
	switch {
	case strings.HasPrefix(text, "unexpected argument"):
		return unexpected(err, parser, args)
	case strings.HasPrefix(text, "unknown flag "):
		name := strings.TrimLeft(strings.TrimSuffix(strings.Fields(text)[2], ","), "-")
		if isListing(args) {
			return query.Unknown(name)
		}
		return dateline.Errorf(dateline.Invalid, "unknown flag --%s%s", name, suggestion(name, flagNames(err, parser), "--", "Flags of a command: dateline COMMAND --help"))
	case strings.HasPrefix(text, "expected one of"):
		return dateline.Errorf(dateline.Invalid, "a command is missing. All commands: dateline --help")
	case strings.HasPrefix(text, "expected \"<"):
		return dateline.Errorf(dateline.Invalid, "%s is missing. How to write it: dateline %s --help", strings.Trim(strings.TrimPrefix(text, "expected "), "\""), commandIn(parser, args))
	}
	return dateline.Errorf(dateline.Invalid, "%s", strings.TrimPrefix(text, "--"))
}

// commandIn is the command among the arguments.
func commandIn(parser *kong.Kong, args []string) string {
	names := commandNames(parser)
	for _, arg := range args {
		if has(names, arg) {
			return arg
		}
	}
	return "COMMAND"
}

// unexpected is an unknown command, or a word too many after a known one.
func unexpected(err error, parser *kong.Kong, args []string) error {
	names := commandNames(parser)
	if parent := parentOf(parser, args); parent != nil {
		return dateline.Errorf(dateline.Invalid, "%s. %s takes: %s", err.Error(), parent.Name, list(namesOf(parent)))
	}
	for _, arg := range args {
		for _, n := range names {
			if arg == n && arg != "chart" {
				return dateline.Errorf(dateline.Invalid, "%s. How to write it: dateline %s --help", err.Error(), arg)
			}
		}
	}
	word := args[0]
	for _, arg := range args {
		if strings.Contains(err.Error(), "unexpected argument "+arg) {
			word = arg
		}
	}
	return dateline.Errorf(dateline.Invalid, "unknown command %q%s", word, suggestion(word, names, "", "All commands: dateline --help"))
}

// parentOf is the command of the arguments that has commands of its own, or nil.
func parentOf(parser *kong.Kong, args []string) *kong.Node {
	for _, node := range parser.Model.Children {
		if len(node.Children) > 0 && has(args, node.Name) {
			return node
		}
	}
	return nil
}

func namesOf(parent *kong.Node) []string {
	var out []string
	for _, node := range parent.Children {
		out = append(out, node.Name)
	}
	return out
}

// suggestion is the nearest word of a list as a question, else what helps.
func suggestion(word string, list []string, mark, otherwise string) string {
	if near := query.Nearest(word, list); near != "" {
		if mark == "" {
			near = fmt.Sprintf("%q", near)
		}
		return ". Did you mean " + mark + near + "?"
	}
	return ". " + otherwise
}

func commandNames(parser *kong.Kong) []string {
	var out []string
	for _, n := range parser.Model.Children {
		if !n.Hidden {
			out = append(append(out, n.Name), n.Aliases...)
		}
	}
	return out
}

// flagNames are the flags of the command that the error came from.
func flagNames(err error, parser *kong.Kong) []string {
	node := parser.Model.Node
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil && parse.Context.Selected() != nil {
		node = parse.Context.Selected()
	}
	var out []string
	for _, group := range node.AllFlags(true) {
		for _, f := range group {
			out = append(out, f.Name)
		}
	}
	return out
}

func isListing(args []string) bool {
	for _, arg := range args {
		switch arg {
		case "ls", "incidents", "export", "map", "histogram", "toll":
			return true
		}
	}
	return false
}

// The formats of commands: lists, texts, and those with their own.
var (
	listFormats = []string{"table", "tsv", "csv", "json", "jsonl"}
	textFormats = []string{"text", "json"}
	formatsOf   = map[string][]string{
		"show": {"text", "json", "jsonl", "csv", "tsv", "table"}, "why": textFormats, "origins": textFormats, "diff": textFormats, "verify": textFormats,
		"cite": {"text", "bibtex", "ris", "csl", "md", "json"}, "eval": {"table", "json"}, "status": {"tsv", "table", "csv", "json", "jsonl"},
	}
	freeFormat = map[string]bool{"export": true, "ladder": true, "numbers": true, "histogram": true, "toll": true, "map": true}
	silent     = map[string]bool{"ingest": true, "merge": true, "split": true, "undo": true, "accept": true, "same": true, "different": true, "skip": true, "backup": true, "restore": true, "completion": true, "version": true}
)

// check refuses what the parser cannot know: an output format, a field or a
// preset that there is none of. Nothing is ignored in silence.
func (a *app) check(command *kong.Node) error {
	if command == nil {
		return nil
	}
	name, g := command.Name, a.global
	if top(command).Name == "chart" {
		name = "ladder" // a picture has forms of its own
	}
	if _, err := reconcile.Preset(g.Preset); err != nil {
		return dateline.Errorf(dateline.Invalid, "unknown preset %q%s", g.Preset, suggestion(g.Preset, reconcile.Presets, "--preset ", "Presets: "+strings.Join(reconcile.Presets, ", ")))
	}
	if g.AsOf != "" {
		at, err := moment("--as-of", g.AsOf)
		if err != nil {
			return err
		}
		a.global.AsOf = at
	}
	if g.JQ != "" && g.Template != "" {
		return dateline.Errorf(dateline.Invalid, "--jq and --template both rewrite the output; give one of them")
	}
	if g.JQ != "" {
		if _, err := gojq.Parse(g.JQ); err != nil {
			return dateline.Errorf(dateline.Invalid, "--jq %s: %w", g.JQ, err)
		}
	}
	if _, err := a.template(); err != nil {
		return err
	}
	if name == "export" && (g.JQ != "" || g.Template != "" || g.Fields != "") {
		return dateline.Errorf(dateline.Invalid, "an export is written whole; --jq, --template and --fields work on lists: dateline ls")
	}
	if silent[name] && (g.Output != "" || g.Fields != "") {
		return dateline.Errorf(dateline.Invalid, "%s has no output that -o or --fields could change", name)
	}
	formats, own := formatsOf[name]
	if !own {
		formats = listFormats
	}
	if own && g.Fields != "" && name != "show" && name != "status" {
		return dateline.Errorf(dateline.Invalid, "%s has no fields to choose from; --json with --jq picks parts of it", name)
	}
	if g.Output == "" || freeFormat[name] {
		return nil
	}
	for _, f := range formats {
		if f == g.Output {
			return nil
		}
	}
	sorted := append([]string{}, formats...)
	sort.Strings(sorted)
	return dateline.Errorf(dateline.Invalid, "%s cannot be written as %q%s", name, g.Output, suggestion(g.Output, formats, "-o ", "Formats: "+strings.Join(sorted, ", ")+". A file: dateline "+name+" … > FILE"))
}

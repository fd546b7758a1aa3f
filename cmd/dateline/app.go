package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/query"
	"github.com/opendateline/dateline/store/sqlite"
)

// Exit codes (dateline help exit-codes).
const (
	exitDone        = 0
	exitNo          = 1
	exitUsage       = 2
	exitPart        = 3
	exitNotFound    = 4
	exitConflict    = 5
	exitUnavailable = 6
	exitForbidden   = 7
	exitStopped     = 130
)

// app is one run of the program: where it reads and writes, and what it was told.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	now            func() time.Time
	tty, talkTTY   bool
	width          int
	global         globals
	store          store.Store
	exit           int // set by a command that ran fine and has an answer to give
}

// globals are the flags that every command takes.
type globals struct {
	Store      string `help:"Store folder. Default: $DATELINE_STORE, the nearest .dateline upwards, or the user's data folder." placeholder:"DIR"`
	JSON       bool   `help:"All fields as JSON."`
	Fields     string `help:"These fields, in this order. 'help' lists them." placeholder:"A,B"`
	JQ         string `help:"Filter JSON by a jq expression; implies --json." placeholder:"EXPR" name:"jq"`
	Output     string `short:"o" help:"Output format or file: table, tsv, csv, json, jsonl." placeholder:"FORMAT"`
	Quiet      bool   `short:"q" help:"No talk on standard error."`
	Plain      bool   `help:"No redraw, no box, no colour."`
	Color      string `help:"auto, always or never." enum:"auto,always,never" default:"auto"`
	ExitStatus bool   `help:"Exit with 1 when nothing matches."`
	DryRun     bool   `short:"n" help:"Say what would be done and do nothing."`
	Yes        bool   `short:"y" help:"Do not ask."`
	ASCII      bool   `help:"Leave names in other scripts out." name:"ascii"`
	Excel      bool   `help:"Begin CSV with a byte order mark."`
	Preset     string `help:"Rules for numbers: dateline-1, acled, ucdp, gtd, ibc, range, latest." default:"dateline-1"`
}

// failure carries an exit code with an error.
type failure struct {
	code int
	err  error
}

func (f failure) Error() string { return f.err.Error() }
func (f failure) Unwrap() error { return f.err }

// run parses the arguments, runs the command and gives the exit code.
func (a *app) run(ctx context.Context, args []string) (code int) {
	args = helpArgs(args)
	if len(args) == 0 {
		fmt.Fprint(a.stdout, firstScreen)
		return exitDone
	}
	var cli commands
	parser, err := kong.New(&cli, kong.Name("dateline"), kong.Description(oneLine),
		kong.Writers(a.stdout, a.stderr), kong.Exit(func(c int) { panic(exited(c)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}), kong.Help(examplesFirst))
	if err != nil {
		return a.fail(failure{exitUsage, err})
	}
	defer func() {
		if e, ok := recover().(exited); ok {
			code = int(e)
		}
	}()
	kctx, err := parser.Parse(args)
	if err != nil {
		return a.fail(failure{exitUsage, usage(err, parser, args)})
	}
	a.global = cli.globals
	kctx.BindTo(ctx, (*context.Context)(nil))
	kctx.Bind(a)
	err = kctx.Run()
	if a.store != nil {
		err = errors.Join(err, a.store.Close())
	}
	if err != nil {
		return a.fail(err)
	}
	return a.exit
}

// exited stands for kong's wish to leave after --help.
type exited int

func (a *app) fail(err error) int {
	fmt.Fprintln(a.stderr, "dateline: "+strings.ReplaceAll(err.Error(), "\n", "\n  "))
	var f failure
	if errors.As(err, &f) {
		return f.code
	}
	if errors.Is(err, context.Canceled) {
		return exitStopped
	}
	switch dateline.CodeOf(err) {
	case dateline.NotFound, dateline.Mistyped:
		return exitNotFound
	case dateline.Conflict:
		return exitConflict
	case dateline.Forbidden:
		return exitForbidden
	case dateline.Invalid, dateline.Unsupported:
		return exitUsage
	}
	return exitUnavailable
}

// usage turns a parser's error into the three parts of a helpful one.
func usage(err error, parser *kong.Kong, args []string) error {
	text := err.Error()
	switch {
	case strings.HasPrefix(text, "unexpected argument"):
		return dateline.Errorf(dateline.Invalid, "unknown command %q%s", args[0], suggestion(args[0], commandNames(parser)))
	case strings.HasPrefix(text, "unknown flag --"):
		name := strings.TrimPrefix(strings.Fields(text)[2], "--")
		name = strings.TrimSuffix(name, ",")
		if isListing(args) {
			return query.Unknown(name)
		}
		return dateline.Errorf(dateline.Invalid, "unknown flag --%s. Flags of a command: dateline %s --help", name, args[0])
	}
	return dateline.Errorf(dateline.Invalid, "%s", text)
}

func suggestion(word string, list []string) string {
	if near := query.Nearest(word, list); near != "" {
		return fmt.Sprintf(". Did you mean %q?", near)
	}
	return ". All commands: dateline help"
}

func commandNames(parser *kong.Kong) []string {
	var out []string
	for _, n := range parser.Model.Children {
		out = append(out, n.Name)
		out = append(out, n.Aliases...)
	}
	return out
}

func isListing(args []string) bool {
	switch args[0] {
	case "ls", "incidents", "export", "chart", "map":
		return true
	}
	return false
}

// open opens the store that the flags, the environment or the folder name.
func (a *app) open(ctx context.Context) (store.Store, error) {
	if a.store != nil {
		return a.store, nil
	}
	dir := a.storeDir()
	s, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if dateline.CodeOf(err) == dateline.NotFound {
		return nil, &dateline.Error{Code: dateline.NotFound, What: "no store at " + dir, Next: "Make one by reading reports: dateline ingest FILE…"}
	}
	if err != nil {
		return nil, err
	}
	a.store = s
	return s, nil
}

// openOrCreate opens the store, making it first if there is none.
func (a *app) openOrCreate(ctx context.Context) (store.Store, error) {
	s, err := a.open(ctx)
	if dateline.CodeOf(err) != dateline.NotFound {
		return s, err
	}
	created, err := sqlite.Create(ctx, a.storeDir(), sqlite.Options{})
	if err != nil {
		return nil, err
	}
	a.talk("Made a store at %s.", a.storeDir())
	a.store = created
	return created, nil
}

func (a *app) storeDir() string {
	if a.global.Store != "" {
		return a.global.Store
	}
	if dir := a.env("DATELINE_STORE"); dir != "" {
		return dir
	}
	if wd, err := os.Getwd(); err == nil {
		for dir := wd; ; dir = filepath.Dir(dir) {
			candidate := filepath.Join(dir, ".dateline")
			if info, err := os.Stat(candidate); err == nil && info.IsDir() {
				return candidate
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	if data := a.env("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "dateline")
	}
	return filepath.Join(a.env("HOME"), ".local", "share", "dateline")
}

// talk writes one line for people on standard error.
func (a *app) talk(format string, args ...any) {
	if !a.global.Quiet {
		fmt.Fprintf(a.stderr, format+"\n", args...)
	}
}

func (a *app) stamp() string { return a.now().UTC().Format(time.RFC3339) }

// find turns a public id as typed into the record it leads to now; redirects
// of merged incidents are followed and said.
func (a *app) find(ctx context.Context, tx store.Tx, typed string) (dateline.ID, dateline.PublicID, error) {
	public, err := dateline.ParsePublic(typed)
	if err != nil {
		return "", "", err
	}
	id, err := tx.Find(ctx, public)
	if dateline.CodeOf(err) == dateline.NotFound {
		return "", "", dateline.Errorf(dateline.NotFound, "no %s in this store", public)
	}
	if err != nil {
		return "", "", err
	}
	final, err := tx.Canonical(ctx, id)
	if err != nil || final == id {
		return id, public, err
	}
	names, err := tx.Public(ctx, final)
	a.talk("%s was merged into %s.", public, names[final])
	return final, names[final], err
}

// resolver looks public ids up for the query grammar.
type resolver struct {
	ctx context.Context
	tx  store.Tx
}

func (r resolver) Find(p dateline.PublicID) (dateline.ID, error) { return r.tx.Find(r.ctx, p) }

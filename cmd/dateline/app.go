package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
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
	persons        export.Persons // once loaded
	exit           int            // set by a command that ran fine and has an answer to give
}

// globals are the flags that every command takes.
type globals struct {
	Store      string `help:"Store folder. Default: $DATELINE_STORE, the nearest .dateline upwards, or the user's data folder." placeholder:"DIR"`
	Output     string `short:"o" help:"Output format: table, tsv, csv, json, jsonl; of export also a file." placeholder:"FORMAT"`
	JSON       bool   `help:"All fields as JSON." name:"json"`
	Fields     string `help:"These fields, in this order, in any format. 'help' lists them." placeholder:"A,B"`
	JQ         string `help:"Filter JSON by a jq expression; implies --json." placeholder:"EXPR" name:"jq"`
	Template   string `help:"Write each record by a Go template over its JSON." placeholder:"GO"`
	AsOf       string `help:"As known at this time." placeholder:"TIME" name:"as-of"`
	Preset     string `help:"Rules for numbers: dateline-1, acled, ucdp, gtd, ibc, range, latest." default:"dateline-1"`
	Limit      *int   `help:"At most so many rows. Default: 50 on a terminal, all in a pipe; 0 is all." placeholder:"N"`
	ExitStatus bool   `help:"Exit with 1 when nothing matches, or when diff finds a difference."`
	DryRun     bool   `short:"n" help:"Say what would be done and do nothing."`
	Yes        bool   `short:"y" help:"Do not ask."`
	Quiet      bool   `short:"q" help:"No talk on standard error."`
	Verbose    bool   `short:"v" help:"Say which store is used and how long it took."`
	Color      string `help:"auto, always or never." enum:"auto,always,never" default:"auto"`
	Plain      bool   `help:"No redraw, no pager, no colour. Also with ACCESSIBLE=1."`
	NoPager    bool   `help:"Do not page long output on a terminal."`
	Time       string `help:"Times on a terminal: utc or local." enum:"utc,local" default:"utc"`
	ASCII      bool   `help:"Leave names in other scripts out." name:"ascii"`
	Excel      bool   `help:"Begin CSV with a byte order mark."`
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
	if len(args) == 0 || len(args) == 1 && args[0] == "help" {
		fmt.Fprint(a.stdout, firstScreen)
		return exitDone
	}
	args = sortArgs(helpArgs(args))
	var cli commands
	parser, err := newParser(&cli, a)
	if err != nil {
		return a.fail(failure{exitUsage, err})
	}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case exited:
			code = int(e)
		default:
			panic(e)
		}
	}()
	kctx, err := parser.Parse(args)
	if err != nil {
		return a.fail(failure{exitUsage, usage(err, parser, args)})
	}
	a.global = cli.globals
	if err := a.check(kctx.Selected()); err != nil {
		return a.fail(failure{exitUsage, err})
	}
	kctx.BindTo(ctx, (*context.Context)(nil))
	kctx.Bind(a, parser)
	if err := a.paged(kctx.Selected().Name, kctx.Run); err != nil {
		return a.fail(err)
	}
	return a.exit
}

// exited stands for kong's wish to leave after --help.
type exited int

func newParser(cli *commands, a *app) (*kong.Kong, error) {
	return kong.New(cli, kong.Name("dateline"), kong.Description(oneLine),
		kong.Writers(a.stdout, a.stderr), kong.Exit(func(c int) { panic(exited(c)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 100}), kong.Help(examplesFirst))
}

func (a *app) fail(err error) int {
	fmt.Fprintln(a.stderr, "dateline: "+printable(strings.ReplaceAll(err.Error(), "\n", "\n  ")))
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
		fmt.Fprintln(a.stderr, printable(fmt.Sprintf(format, args...)))
	}
}

// moment reads a day or a time as RFC 3339 UTC.
func moment(flag, s string) (string, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Format(time.RFC3339), nil
		}
	}
	return "", dateline.Errorf(dateline.Invalid, "%s %s is not a time; write 2024-03-13 or 2024-03-13T06:00:00Z", flag, s)
}

// when is an instant for people: on a terminal how long ago, or the time of
// the place with --time local.
func (a *app) when(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	switch ago := a.now().Sub(t); {
	case err != nil || !a.tty:
		return at
	case a.global.Time == "local":
		return t.Local().Format("2006-01-02 15:04")
	case ago < time.Minute:
		return "just now"
	case ago < time.Hour:
		return plural(int(ago.Minutes()), "minute") + " ago"
	case ago < 24*time.Hour:
		return plural(int(ago.Hours()), "hour") + " ago"
	}
	return t.UTC().Format("2006-01-02 15:04")
}

func itoa(n int) string { return strconv.Itoa(n) }

// plain says that nothing may redraw, page or colour.
func (a *app) plain() bool { return a.global.Plain || a.env("ACCESSIBLE") == "1" }

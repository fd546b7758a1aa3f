package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
)

type exportCmd struct {
	filters
	Profile    string `help:"Whose columns: dateline, acled, ucdp-ged, gtd, plover." default:"dateline"`
	Shape      string `help:"One row for each of: incidents, claims, reports." default:"incidents"`
	Unreviewed string `help:"include: take unreviewed incidents along in the formats of other data sets, marked." placeholder:"include"`
	InterCodes bool   `help:"ACLED: numbers instead of words for kinds of actors." name:"inter-codes"`
}

// Run writes the chosen incidents, what they rest on, and what was left out.
// All three files are there and whole, or none is.
func (c exportCmd) Run(ctx context.Context, a *app) error {
	format, file, err := c.target(a.global.Output, a.global.JSON)
	if err != nil {
		return err
	}
	return a.view(ctx, func(tx store.Tx) error {
		options, err := c.options(ctx, a, tx)
		if err != nil {
			return err
		}
		filter, err := a.filter(ctx, tx, c.filters)
		if err != nil {
			return err
		}
		if a.global.Limit != nil {
			filter.Limit = *a.global.Limit
		}
		var summary export.Summary
		var files []string
		write := func(to export.Files) (err error) {
			summary, err = format.Write(to, a.records(ctx, tx, filter, format.Foreign), options)
			return err
		}
		switch {
		case a.global.DryRun:
			err = write(export.Files{Data: io.Discard})
		case file == "":
			err = toStdout(a.stdout, write)
		default:
			files, err = whole3(file, write)
		}
		if err != nil {
			return &dateline.Error{Code: code(err), What: "the export stopped", Err: err, Kept: "Nothing was saved; no partial file is left", Next: "Free room or narrow the filter, and run it again"}
		}
		a.exported(summary, files)
		return nil
	})
}

// code is the code of an error; one without is of the disk.
func code(err error) dateline.Code {
	if c := dateline.CodeOf(err); c != "" {
		return c
	}
	return dateline.Unavailable
}

// target reads -o: a format, or a file whose ending names one. Without -o the
// profile's own format goes to standard output.
func (c exportCmd) target(output string, asJSON bool) (f export.Format, file string, err error) {
	own := map[string]export.Format{}
	var names []string
	for _, f := range export.Formats() {
		if f.Foreign == (c.Profile != "dateline") && (!f.Foreign || f.Name == c.Profile) {
			ending := strings.TrimPrefix(f.Extension, ".")
			own[ending] = f
			names = append(names, ending)
		}
	}
	if len(own) == 0 {
		return f, "", dateline.Errorf(dateline.Invalid, "unknown profile %q%s", c.Profile, suggestion(c.Profile, profiles, "--profile ", "Profiles: "+list(profiles)))
	}
	switch {
	case output == "" && asJSON:
		output = "json"
	case output == "" && c.Profile == "dateline":
		output = "jsonl"
	case output == "":
		output = names[0]
	}
	ending := output
	if strings.ContainsAny(output, "./\\") {
		ending, file = strings.TrimPrefix(filepath.Ext(output), "."), output
	}
	f, ok := own[ending]
	if !ok {
		return f, "", dateline.Errorf(dateline.Invalid, "profile %s cannot be written as %q. Formats: %s", c.Profile, output, list(names))
	}
	f, err = f.Shaped(c.Shape)
	return f, file, err
}

var profiles = []string{"dateline", "acled", "ucdp-ged", "gtd", "plover"}

func (c exportCmd) options(ctx context.Context, a *app, tx store.Tx) (export.Options, error) {
	gate, err := a.gate()
	if err != nil {
		return export.Options{}, err
	}
	notice, err := tx.Setting(ctx, store.Synthetic)
	if err != nil {
		return export.Options{}, err
	}
	if notice != "" {
		a.talk("%s", notice)
	}
	o := export.Options{Gate: gate, Figures: presets{ctx, a, tx}, InterCodes: c.InterCodes, Notice: notice}
	switch c.Unreviewed {
	case "include":
		o.Unreviewed = true
	case "", "leave_out":
	default:
		return o, dateline.Errorf(dateline.Invalid, "--unreviewed takes include or leave_out, not %q", c.Unreviewed)
	}
	if a.global.Preset != "dateline-1" {
		o.Preset = a.global.Preset
		a.talk("Numbers by the rules of %s, save in the formats of other data sets, which have their own.", a.global.Preset)
	}
	return o, nil
}

// records reads the incidents of a filter one by one, as stored. What is handed
// out as finished is what a person accepted, not what came after (§1.6).
func (a *app) records(ctx context.Context, tx store.Tx, filter store.Filter, finished bool) func(func(export.Record, error) bool) {
	return func(yield func(export.Record, error) bool) {
		for row, err := range tx.ListIncidents(ctx, filter) {
			if err != nil {
				yield(export.Record{}, err)
				return
			}
			n := 0
			if finished && row.ChangedSinceReview() {
				n = row.Accepted
			}
			if r, err := a.revision(ctx, tx, row.Incident.ID, n); !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// exported says what was written and what was left out.
func (a *app) exported(s export.Summary, files []string) {
	var why []string
	unreviewed := false
	for _, r := range s.Reasons {
		detail := r.Detail
		if r.Reason == "unreviewed" {
			detail, unreviewed = "unreviewed", true
		}
		why = append(why, itoa(r.N)+" "+detail)
	}
	left := plural(s.Rejected, "row")
	if len(why) > 0 {
		left += ": " + list(why)
	}
	switch {
	case len(files) == 3:
		a.talk("Wrote %s (%s), %s, %s (%s).", files[0], plural(s.Rows, "row"), files[1], files[2], left)
	case a.global.DryRun:
		a.talk("Would write %s and leave out %s. Nothing was written.", plural(s.Rows, "row"), left)
	default:
		a.talk("%s; left out %s. With -o FILE two more files say what each row rests on and why the others are not there.", plural(s.Rows, "row"), left)
	}
	if unreviewed {
		a.talk("  To take the unreviewed ones along, marked: --unreviewed include")
	}
	if s.Rows == 0 && a.global.ExitStatus {
		a.exit = exitNo
	}
}

// toStdout writes nothing until everything is there.
func toStdout(to io.Writer, write func(export.Files) error) error {
	tmp, err := os.CreateTemp("", "dateline-export-")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	if err := write(export.Files{Data: tmp}); err != nil {
		return err
	}
	if _, err := tmp.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(to, tmp)
	return err
}

// whole3 writes the data file and the two beside it under other names first,
// and gives them their own when all are on the disk.
func whole3(file string, write func(export.Files) error) (names []string, err error) {
	base := strings.TrimSuffix(file, filepath.Ext(file))
	names = []string{file, base + ".provenance.jsonl", base + ".rejected.csv"}
	var open []*os.File
	defer func() {
		for _, f := range open {
			_ = f.Close()           // closed before if all went well
			_ = os.Remove(f.Name()) // renamed before if all went well
		}
	}()
	for _, name := range names {
		f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
		if err != nil {
			return names, err
		}
		open = append(open, f)
	}
	if err := write(export.Files{Data: open[0], Provenance: open[1], Rejected: open[2]}); err != nil {
		return names, err
	}
	for _, f := range open {
		if err := finish(f); err != nil {
			return names, err
		}
	}
	for i := len(names) - 1; i >= 0; i-- { // the data file last: where it is, the others are
		if err := os.Rename(open[i].Name(), names[i]); err != nil {
			return names, err
		}
	}
	return names, nil
}

// finish puts a file on the disk with the rights that a new file has.
func finish(f *os.File) error {
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

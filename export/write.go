package export

import (
	"bufio"
	"io"
	"iter"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// Files are the three files of one export. Provenance and Rejected may be nil.
type Files struct {
	Data, Provenance, Rejected io.Writer
}

// Format is one way to write incidents down.
type Format struct {
	Name      string
	Extension string
	Preset    string // the preset its figures need; "" keeps the record's own
	Foreign   bool   // a format of another dataset: unreviewed incidents stay out unless asked for
	Atomic    bool   // one row a day and site: what went on for days, or at several sites, is divided (DAT-13, CAS-9)
	open      func(io.Writer, Options) sheet
}

// sheet is the data file of one export while it is written.
type sheet interface {
	refuse(*Record) *Refusal
	write(*Record) (row, error)
	close() error
}

// row is what a sheet tells of a row it has written: the row's id and what the
// format could not say (domain §10.1 "sidecar").
type row struct {
	ID    string
	Notes map[string]string
}

// Refusal is why an incident is not in an export.
type Refusal struct {
	Reason string // a word: unreviewed, no_death, place_too_coarse …
	Detail string // the same for people
}

// Summary counts what an export wrote and left out.
type Summary struct {
	Rows     int
	Rejected int
	Reasons  []Reason // by number, then by name
}

// Reason counts the incidents left out for one reason.
type Reason struct {
	Reason string
	Detail string // the same for people
	N      int
}

// Formats lists all formats.
func Formats() []Format {
	return []Format{
		{Name: "json", Extension: ".json", open: openJSON},
		{Name: "jsonl", Extension: ".jsonl", open: openJSONL},
		{Name: "csv", Extension: ".csv", open: openFlat},
		{Name: "geojson", Extension: ".geojson", open: openGeoJSON},
		{Name: "acled", Extension: ".csv", Preset: "acled", Foreign: true, Atomic: true, open: openACLED},
		{Name: "ucdp-ged", Extension: ".csv", Preset: "ucdp", Foreign: true, open: openUCDP},
		{Name: "gtd", Extension: ".csv", Preset: "gtd", Foreign: true, open: openGTD},
		{Name: "plover", Extension: ".jsonl", Foreign: true, open: openPLOVER},
	}
}

// Named finds a format; "ucdp" is understood as "ucdp-ged".
func Named(name string) (Format, error) {
	var known []string
	for _, f := range Formats() {
		if f.Name == name || f.Name == "ucdp-ged" && name == "ucdp" {
			return f, nil
		}
		known = append(known, f.Name)
	}
	return Format{}, &dateline.Error{Code: dateline.Invalid, What: "unknown format " + name, Next: "Choose one of " + strings.Join(known, ", ")}
}

// Of makes a sequence of records at hand.
func Of(records ...Record) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for _, r := range records {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Write writes the records, in their order, to the three files; in an atomic
// format the parts of operations come last. It stops at the first record that
// cannot be read and at the first file that cannot be written; what stands in
// the files then is not a whole export.
func (f Format) Write(files Files, records iter.Seq2[Record, error], o Options) (Summary, error) {
	if f.Preset != "" && o.Figures == nil {
		return Summary{}, dateline.Errorf(dateline.Invalid, "format %s needs figures under preset %s", f.Name, f.Preset)
	}
	out := bufio.NewWriter(files.Data)
	e := &export{format: f, options: o, sheet: f.open(out, o), provenance: newProvenance(files.Provenance, o), rejected: newRejected(files.Rejected), reasons: map[Refusal]int{}}
	for r, err := range records {
		if err != nil {
			return e.summary(), err
		}
		if err := e.record(r); err != nil {
			return e.summary(), err
		}
	}
	if err := e.operations(); err != nil {
		return e.summary(), err
	}
	return e.summary(), firstError(e.sheet.close(), out.Flush(), e.provenance.close(), e.rejected.close())
}

// export is one run of Write.
type export struct {
	format     Format
	options    Options
	sheet      sheet
	provenance *provenance
	rejected   *rejected
	rows       int
	reasons    map[Refusal]int
	families   families
}

func (e *export) record(whole Record) error {
	r, err := prepare(whole, e.format, e.options)
	if err != nil {
		return err
	}
	if no := e.withheld(r); no != nil {
		return e.reject(r, *no)
	}
	if e.format.Atomic && e.families.hold(r) {
		return nil
	}
	if no := r.toldTwice(); e.format.Foreign && no != nil {
		return e.reject(r, *no)
	}
	return e.put(r)
}

// operations writes the records that were held back.
func (e *export) operations() error {
	for _, id := range e.families.order {
		f := e.families.of[id]
		if f.whole != nil && len(f.untold()) == 0 {
			if err := e.reject(f.whole, *f.whole.toldTwice()); err != nil {
				return err
			}
		}
		for _, r := range f.rows() {
			if err := e.put(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// put writes the rows of a record, one or, in an atomic format, one a day.
func (e *export) put(r *Record) error {
	if no := e.sheet.refuse(r); no != nil {
		return e.reject(r, *no)
	}
	pieces := []*Record{r}
	if e.format.Atomic {
		pieces = r.days()
	}
	for _, x := range pieces {
		written, err := e.sheet.write(x)
		if err != nil {
			return err
		}
		e.rows++
		if err := e.provenance.write(x, written); err != nil {
			return err
		}
	}
	return nil
}

func (e *export) reject(r *Record, no Refusal) error {
	e.reasons[no]++
	return e.rejected.write(r, no)
}

// withheld says why a record goes out in no format of this kind.
func (e *export) withheld(r *Record) *Refusal {
	status := r.Incident.Status
	switch {
	case e.options.Gate.Hidden.IDs[r.Incident.ID]:
		return &Refusal{"suppressed", "a person has suppressed this record"}
	case status == dateline.Merged || status == dateline.Split || status == dateline.Retracted:
		return &Refusal{string(status), "the record is " + string(status)}
	case e.format.Foreign && r.Incident.Unreviewed() && !e.options.Unreviewed:
		return &Refusal{"unreviewed", "no person has accepted the record yet"}
	}
	return nil
}

func (e *export) summary() Summary {
	s := Summary{Rows: e.rows}
	for reason, n := range e.reasons {
		s.Rejected += n
		s.Reasons = append(s.Reasons, Reason{reason.Reason, reason.Detail, n})
	}
	sort.Slice(s.Reasons, func(i, j int) bool {
		a, b := s.Reasons[i], s.Reasons[j]
		return a.N > b.N || a.N == b.N && a.Reason < b.Reason
	})
	return s
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

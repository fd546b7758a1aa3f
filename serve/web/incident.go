package web

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// incidentView is the incident page (experience S2).
type incidentView struct {
	ID         dateline.PublicID
	Status     string
	Unreviewed bool
	Revision   int
	Changed    string
	Title      string
	When       string
	Where      string // precision with the radius, or why it is not on a map
	Local      string // the place as written, where it is in another script
	Counts     []string
	Few        bool // one report only
	Open       []*disagreement
	Settled    []*disagreement
	Disputes   int // open ones that are more than information
	Ladders    []*ladder
	Facts      []fact
	Attribute  dateline.Attribute // of Origins
	Fact       string             // the same in words
	Origins    []*root
	Tracing    *picture // of the origins
	Growth     *growth  // nil where the number has not changed
	Map        *picture // nil where the place is not known well enough
	Stories    []story
	Reports    int
	Steps      []step
	Choices    []*choice
	People     []*choice
	Joins      []*choice
	Grade      string
	Notes      []string // merged, retracted
	Whole      []row    // the operation that it is a part of, if any
	Sites      string   // of an operation
	PartsHead  string
	Parts      []row
	AsOf       string // the banner of a past revision
}

// First is the ladder at the head of the page; nil if no report gives a number.
func (v *incidentView) First() *ladder {
	if len(v.Ladders) == 0 {
		return nil
	}
	return v.Ladders[0]
}

// Rest are the ladders below it.
func (v *incidentView) Rest() []*ladder { return v.Ladders[min(1, len(v.Ladders)):] }

// incident is the newest state of a record, or the same as a document.
func (r *request) open() (*dateline.Incident, *answer, error) {
	typed, extension := r.typed()
	id, public, err := r.find(typed)
	if err != nil {
		return nil, nil, err
	}
	if id.Prefix() != dateline.PrefixIncident {
		return nil, &answer{location: place(public)}, nil
	}
	final, err := r.tx.Canonical(r.ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if final != id {
		a, err := r.moved(final, public, extension)
		return nil, a, err
	}
	i, err := r.tx.Incident(r.ctx, id)
	return i, nil, err
}

// moved leads from a record that was merged to what it became.
func (r *request) moved(final dateline.ID, from dateline.PublicID, extension string) (*answer, error) {
	names, err := r.tx.Public(r.ctx, final)
	if err != nil {
		return nil, err
	}
	if extension != "" {
		return &answer{location: "/i/" + string(names[final]) + "." + extension}, nil
	}
	return &answer{location: "/i/" + string(names[final]) + "?merged=" + string(from)}, nil
}

// place is the page of a record by its public id; "/search" for those without
// one of their own.
func place(p dateline.PublicID) string {
	switch prefix, _, _ := strings.Cut(string(p), "-"); prefix {
	case "INC":
		return "/i/" + string(p)
	case "R":
		return "/r/" + string(p)
	case "C":
		return "/c/" + string(p)
	}
	return ""
}

func (s *Site) incident(r *request) (*answer, error) {
	i, a, err := r.open()
	if err != nil || a != nil {
		return a, err
	}
	if _, extension := r.typed(); extension != "" {
		return r.incidentAs(i, extension)
	}
	if i.Status == dateline.Split {
		return r.split(i)
	}
	if err := r.only("population", "merged"); err != nil {
		return nil, err
	}
	return r.incidentPage(i, "")
}

// incidentSlug answers for an address with words after the id, which are for
// people and ignored.
func (s *Site) incidentSlug(r *request) (*answer, error) { return s.incident(r) }

// incidentRevision is a past revision by its number.
func (s *Site) incidentRevision(r *request) (*answer, error) {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 {
		return nil, dateline.Errorf(dateline.NotFound, "%q is no revision; they are numbered from 1", r.PathValue("n"))
	}
	return r.past(n, "")
}

// incidentAt is a record as known at a time.
func (s *Site) incidentAt(r *request) (*answer, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z", time.DateOnly} {
		if t, err := time.Parse(layout, r.PathValue("time")); err == nil {
			return r.past(0, t.UTC().Format(time.RFC3339))
		}
	}
	return nil, dateline.Errorf(dateline.Invalid, "%q is not a time; write 2024-03-13T06:00Z", r.PathValue("time"))
}

func (r *request) past(n int, at string) (*answer, error) {
	if err := r.only("population"); err != nil {
		return nil, err
	}
	id, _, err := r.find(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	rev, state, err := r.tx.StateAt(r.ctx, id, n, at)
	if err != nil {
		return nil, err
	}
	i := &dateline.Incident{}
	if err := json.Unmarshal(state, i); err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "revision %d cannot be read: %w", rev.N, err)
	}
	names, err := r.tx.Public(r.ctx, id)
	if err != nil {
		return nil, err
	}
	i.Public, i.Revision = names[id], rev.N
	return r.incidentPage(i, wording.Time(rev.At))
}

// incidentPage makes the page of a state; asOf is "" for the newest.
func (r *request) incidentPage(i *dateline.Incident, asOf string) (*answer, error) {
	b, err := r.bundle(i)
	if err != nil {
		return nil, err
	}
	if b.decidedBy, err = r.decidedBy(i.ID); err != nil {
		return nil, err
	}
	v := b.view(populationOf(r.URL.Query()))
	v.AsOf = asOf
	if err := r.notes(v, i); err != nil {
		return nil, err
	}
	if err := r.relatives(v, i); err != nil {
		return nil, err
	}
	if err := r.pictures(v, b); err != nil {
		return nil, err
	}
	if v.Steps, err = r.steps(i.ID, i.Public, b.shown.Words); err != nil {
		return nil, err
	}
	if len(v.Steps) > 0 {
		v.Changed = v.Steps[0].When
	}
	if v.Choices, v.People, v.Joins, err = r.choices(b); err != nil {
		return nil, err
	}
	return &answer{page: "incident", title: string(i.Public) + " · " + v.Title, nav: "incidents", body: v}, nil
}

func populationOf(q url.Values) dateline.Population {
	if p := q.Get("population"); p != "" {
		return dateline.Population(p)
	}
	return dateline.PopAll
}

// view turns a record into what is seen of it.
func (b *bundle) view(p dateline.Population) *incidentView {
	v := &incidentView{ID: b.Public, Status: wording.Status(b.Incident), Unreviewed: b.Unreviewed(), Revision: b.Revision, Title: b.Title,
		When: b.when(), Counts: wording.Counts(b.Independence), Few: b.Independence.Reports < 2, Ladders: b.ladders(p), Facts: b.facts(),
		Stories: b.stories(), Reports: len(b.Reports), Grade: wording.DisplayGrade(b.DisplayGrade)}
	if ref := b.Place.Ref; ref != nil {
		v.Where = wording.Radius(ref)
		if no := wording.NotMapped(ref); no != "" {
			v.Where = no
		}
		if ref.Text != ref.Name && !latin(ref.Text) {
			v.Local = ref.Text
		}
	}
	v.Open, v.Settled = b.disagreements()
	v.Disputes = len(b.Disputes())
	a, roots := b.originTree(dateline.AttrKilled, dateline.AttrWounded, dateline.AttrOccurred)
	v.Attribute, v.Fact, v.Origins = a, wording.Fact(a), roots
	return v
}

func latin(s string) bool {
	for _, r := range s {
		if r > 0x24F && r < 0x2000 {
			return false
		}
	}
	return true
}

// decidedBy says which person set the value of which fact, and when.
func (r *request) decidedBy(id dateline.ID) (map[dateline.Attribute]string, error) {
	out := map[dateline.Attribute]string{}
	for d, err := range r.tx.ListDecisions(r.ctx, store.DecisionFilter{Target: id, Actions: []dateline.Action{dateline.ActSetValue}, Persons: true, Standing: true}) {
		if err != nil {
			return nil, err
		}
		about, _, _ := strings.Cut(d.Rule, " ")
		out[dateline.Attribute(about)] = strings.TrimSuffix(d.By+", "+wording.Time(d.At), ", ")
	}
	return out, nil
}

// notes say what became of the record, or of the one the reader asked for.
func (r *request) notes(v *incidentView, i *dateline.Incident) error {
	if i.Status == dateline.Retracted {
		note := "This record was retracted"
		for d, err := range r.tx.ListDecisions(r.ctx, store.DecisionFilter{Target: i.ID, Actions: []dateline.Action{dateline.ActRetract}, Standing: true, Newest: true, Limit: 1}) {
			if err != nil {
				return err
			}
			note += by(d.At, d.By)
			if d.Note != "" {
				note += ": " + d.Note
			}
		}
		v.Notes = append(v.Notes, note+". It is left out of lists.")
	}
	merged := r.URL.Query().Get("merged")
	if merged == "" {
		return nil
	}
	id, public, err := r.find(merged)
	if err != nil {
		return err
	}
	if final, err := r.tx.Canonical(r.ctx, id); err != nil || final != i.ID || id == i.ID {
		return err
	}
	rev, _, err := r.tx.StateAt(r.ctx, id, 0, "")
	if err != nil {
		return err
	}
	v.Notes = append(v.Notes, string(public)+" was merged into "+string(i.Public)+by(rev.At, rev.By)+". Its id leads here from now on.")
	return nil
}

// by is " on DATE by NAME", as far as known.
func by(at, who string) string {
	s := ""
	if t := wording.Time(at); t != "" {
		s = " on " + t
	}
	if who != "" {
		s += " by " + who
	}
	return s
}

// splitView is the page that stays where a record was split.
type splitView struct {
	ID   dateline.PublicID
	Into []row
}

func (r *request) split(i *dateline.Incident) (*answer, error) {
	v := &splitView{ID: i.Public}
	for _, id := range i.SplitInto {
		child, err := r.tx.Incident(r.ctx, id)
		if err != nil {
			return nil, err
		}
		row, err := r.rowOf(store.Row{Incident: child})
		if err != nil {
			return nil, err
		}
		v.Into = append(v.Into, row)
	}
	return &answer{page: "split", title: string(i.Public) + " was split", nav: "incidents", body: v}, nil
}

// history is the list of revisions alone.
func (s *Site) history(r *request) (*answer, error) {
	if err := r.only(); err != nil {
		return nil, err
	}
	i, a, err := r.open()
	if err != nil || a != nil {
		return a, err
	}
	b, err := r.bundle(i)
	if err != nil {
		return nil, err
	}
	steps, err := r.steps(i.ID, i.Public, b.shown.Words)
	v := &incidentView{ID: i.Public, Title: b.Title, Status: wording.Status(i), Revision: i.Revision, Steps: steps}
	return &answer{page: "history", title: "History of " + string(i.Public), nav: "incidents", body: v}, err
}

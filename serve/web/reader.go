package web

import (
	"html/template"
	"math"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// readerView is a report with what was taken from it (experience S3).
type readerView struct {
	ID        dateline.PublicID
	Title     string
	Outlet    string
	When      string
	Lang      string
	Genre     string
	SHA256    string
	Original  string
	Version   string // of the program that read it
	Sealed    string // why the text is not shown
	PartOf    []membership
	For       dateline.PublicID
	Text      template.HTML
	Taken     []account
	Not       []account // accounts that are no incident
	Same      []sharing
	Unused    []unused
	Boiler    []string
	Highlight []kind
}

// ShortHash is the beginning of the hash of the text.
func (v *readerView) ShortHash() string { return v.SHA256[:min(12, len(v.SHA256))] + "…" }

// membership is one incident that the report is part of.
type membership struct {
	ID       dateline.PublicID
	Link     string
	Title    string
	Salience string
	Current  bool
}

// account is one mention with its claims.
type account struct {
	Incident dateline.PublicID
	Link     string
	Kind     string
	Salience string
	Sentence int
	Words    string
	Claims   []taken
}

// taken is one claim in the list beside the text.
type taken struct {
	ID         dateline.PublicID
	Fact       string
	Value      string
	Basis      string
	Speaker    string
	Interested bool
	Letter     string
	Sentence   int
	Link       string
	Note       string
	Sealed     bool
	Grade      string
}

// sharing is another report with the same text.
type sharing struct {
	ID      dateline.PublicID
	Link    string
	Outlet  string
	When    string
	Share   string
	Longest int // tokens of the longest common run
}

type unused struct{ Words, Reason string }

// kind is one sort of highlighted words.
type kind struct{ Letter, Words, Class string }

var kinds = []kind{{"N", "numbers", "n"}, {"A", "actors", "a"}, {"P", "places", "p"}, {"D", "dates", "d"}, {"T", "targets", "t"}}

var letters = map[dateline.Attribute]string{
	dateline.AttrKilled: "N", dateline.AttrWounded: "N", dateline.AttrKilledOrWounded: "N", dateline.AttrAbducted: "N", dateline.AttrMissing: "N",
	dateline.AttrArrested: "N", dateline.AttrDisplaced: "N", dateline.AttrPerpetrator: "A", dateline.AttrAttackerName: "A", dateline.AttrResponsibility: "A",
	dateline.AttrPlace: "P", dateline.AttrDate: "D", dateline.AttrTarget: "T",
}

func (s *Site) report(r *request) (*answer, error) {
	typed, extension := r.typed()
	id, public, err := r.find(typed)
	if err != nil {
		return nil, err
	}
	if id.Prefix() != dateline.PrefixReport {
		return elsewhere(public)
	}
	if extension != "" {
		return nil, dateline.Errorf(dateline.NotFound, "reports are not handed out as data; their text stays in the store (ETH-17)")
	}
	if err := r.only("for"); err != nil {
		return nil, err
	}
	b, src, err := r.source(id)
	if err != nil {
		return nil, err
	}
	v, err := r.reader(b, src)
	if err != nil {
		return nil, err
	}
	return &answer{page: "report", title: v.Title, body: v}, nil
}

func elsewhere(p dateline.PublicID) (*answer, error) {
	if to := place(p); to != "" {
		return &answer{location: to}, nil
	}
	return nil, dateline.Errorf(dateline.NotFound, "%s has no page yet; dateline show %s prints it", p, p)
}

// source reads a report with all that was taken from it, through the gate.
func (r *request) source(id dateline.ID) (*bundle, *source, error) {
	w, err := r.gatherReport(id)
	if err != nil {
		return nil, nil, err
	}
	b, err := r.release(w)
	if err != nil {
		return nil, nil, err
	}
	s := b.reports[id]
	if s == nil {
		return nil, nil, dateline.Errorf(dateline.NotFound, "this report is suppressed")
	}
	return b, s, nil
}

// reader makes the view of a report.
func (r *request) reader(b *bundle, s *source) (*readerView, error) {
	v := &readerView{ID: s.public, Title: s.headline(), Outlet: s.outlet(), When: s.published(), Lang: s.Language, Genre: wording.Code(string(s.Genre)), SHA256: s.SHA256Text,
		Original: s.URL, Version: s.version, Sealed: s.seal.Words(), Highlight: kinds}
	home, err := r.homes(s)
	if err != nil {
		return nil, err
	}
	if v.PartOf, err = r.memberships(s, home); err != nil {
		return nil, err
	}
	for i := range v.PartOf {
		if v.PartOf[i].Current = string(v.PartOf[i].ID) == r.URL.Query().Get("for"); v.PartOf[i].Current {
			v.For = v.PartOf[i].ID
		}
	}
	b.taken(v, s, home)
	if v.Same, err = r.sharings(s); err != nil {
		return nil, err
	}
	if s.seal != export.Open {
		return v, nil
	}
	for _, u := range s.reading.Unused {
		v.Unused = append(v.Unused, unused{squeeze(s.text[u.Span.Start:u.Span.End]), u.Reason})
	}
	for _, x := range s.Boilerplate {
		v.Boiler = append(v.Boiler, s.text[x.Span.Start:x.Span.End])
	}
	v.Text = b.render(s, dimmed(s, home, v.For))
	return v, nil
}

// homes gives the incident of each mention of a report, by its public id; ""
// for those that are part of none.
func (r *request) homes(s *source) (map[dateline.ID]dateline.PublicID, error) {
	out := map[dateline.ID]dateline.PublicID{}
	for _, m := range s.reading.Mentions {
		incident, err := r.tx.IncidentOf(r.ctx, m.ID)
		if err != nil {
			return nil, err
		}
		if incident == "" {
			continue
		}
		names, err := r.tx.Public(r.ctx, incident)
		if err != nil {
			return nil, err
		}
		out[m.ID] = names[incident]
	}
	return out, nil
}

func (r *request) memberships(s *source, home map[dateline.ID]dateline.PublicID) ([]membership, error) {
	var out []membership
	seen := map[dateline.PublicID]bool{}
	for _, m := range s.reading.Mentions {
		public := home[m.ID]
		if public == "" || seen[public] {
			continue
		}
		seen[public] = true
		id, err := r.tx.Find(r.ctx, public)
		if err != nil {
			return nil, err
		}
		i, err := r.tx.Incident(r.ctx, id)
		if err != nil {
			return nil, err
		}
		row, err := r.rowOf(store.Row{Incident: i})
		if err != nil {
			return nil, err
		}
		out = append(out, membership{ID: public, Link: "/i/" + string(public), Title: row.Title, Salience: salience(m.Salience)})
	}
	return out, nil
}

func salience(s dateline.Salience) string {
	switch s {
	case dateline.Main:
		return ""
	case dateline.Secondary:
		return "in passing"
	}
	return string(s)
}

// taken lists the claims under their mentions, in the order of the text.
func (b *bundle) taken(v *readerView, s *source, home map[dateline.ID]dateline.PublicID) {
	for _, m := range s.reading.Mentions {
		a := account{Incident: home[m.ID], Kind: wording.Code(string(m.Kind)), Salience: salience(m.Salience)}
		if s.seal == export.Open {
			a.Words = squeeze(s.text[m.Trigger.Start:m.Trigger.End])
		}
		if p := s.passage(m.Trigger); p != nil {
			a.Sentence = p.Sentence + 1
		}
		for _, c := range b.sorted {
			if c.MentionID == m.ID {
				a.Claims = append(a.Claims, b.takenClaim(s, c))
			}
		}
		if a.Incident == "" {
			v.Not = append(v.Not, a)
			continue
		}
		a.Link = "/i/" + string(a.Incident)
		v.Taken = append(v.Taken, a)
	}
}

func (b *bundle) takenClaim(s *source, c *dateline.Claim) taken {
	origin := b.origins[c.Origin]
	t := taken{ID: b.shown.Public[c.ID], Fact: wording.Fact(c.Attribute), Value: wording.Claimed(*c), Basis: wording.Basis(wording.BasisOf(*c, origin)), Speaker: wording.Speaker(*c, origin),
		Interested: c.Interested, Letter: letters[c.Attribute], Link: "#" + spanID(c.Span), Note: note(c), Sealed: b.sealed(c) != export.Open, Grade: wording.Grade(c.Grade)}
	if c.Value.Count != nil {
		t.Value = wording.Said(*c.Value.Count)
	}
	if p := s.passage(c.Span); p != nil {
		t.Sentence = p.Sentence + 1
	}
	return t
}

// sharings are the other reports of the story family.
func (r *request) sharings(s *source) ([]sharing, error) {
	if s.Family == "" {
		return nil, nil
	}
	f, err := r.tx.Families().Get(r.ctx, s.Family)
	if dateline.CodeOf(err) == dateline.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []sharing
	for _, pair := range f.Pairs {
		other := pair.A
		switch s.ID {
		case pair.A:
			other = pair.B
		case pair.B:
		default:
			continue
		}
		_, o, err := r.source(other)
		if err != nil {
			return nil, err
		}
		x := sharing{ID: o.public, Link: "/r/" + string(o.public), Outlet: o.outlet(), When: o.when(), Share: strconv.Itoa(int(math.Round(pair.Containment*100))) + " %"}
		for _, run := range pair.Runs {
			x.Longest = max(x.Longest, run.Tokens)
		}
		out = append(out, x)
	}
	return out, nil
}

// dimmed says which sentences speak only of other incidents than the one that
// is kept open.
func dimmed(s *source, home map[dateline.ID]dateline.PublicID, open dateline.PublicID) map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	if open == "" {
		return out
	}
	ours := map[dateline.ID]bool{}
	for _, m := range s.reading.Mentions {
		for _, p := range m.Passages {
			out[p] = true
			ours[p] = ours[p] || home[m.ID] == open
		}
	}
	for p := range ours {
		out[p] = !ours[p]
	}
	return out
}

// claim leads to the sentence of a claim; ?for= keeps an incident open there.
func (s *Site) claim(r *request) (*answer, error) {
	if err := r.only("for"); err != nil {
		return nil, err
	}
	id, public, err := r.find(r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if id.Prefix() != dateline.PrefixClaim {
		return elsewhere(public)
	}
	c, err := r.tx.Claim(r.ctx, id)
	if err != nil {
		return nil, err
	}
	names, err := r.tx.Public(r.ctx, c.ReportID, c.IncidentID)
	if err != nil {
		return nil, err
	}
	open := names[c.IncidentID]
	if asked := r.URL.Query().Get("for"); asked != "" {
		if open, err = dateline.ParsePublic(asked); err != nil {
			return nil, err
		}
	}
	return &answer{location: spanLink(names[c.ReportID], open, c.Span)}, nil
}

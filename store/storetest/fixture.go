package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Sample is one invented report of an incident in Velmara with its raw bytes
// and its reading.
type Sample struct {
	Raw     []byte
	Report  *dateline.Report
	Reading *dateline.Reading
}

// NewSample makes the n-th sample; killed is the number its report states.
func NewSample(n, killed int) Sample {
	title := fmt.Sprintf("Gunmen attack bus at Sirvaz Bazaar, no. %d", n)
	first := fmt.Sprintf("Gunmen killed %d people on a bus near Sirvaz Bazaar on Tuesday.", killed)
	text := title + "\n\n" + first + " Doctors in Harvashan confirmed the toll – “all were civilians”.\n\nCall 555-0142 to donate."
	body := []byte("<html>" + text + "</html>")
	day := dateline.NewDay(2024, 3, 1+n%28)
	r := &dateline.Report{
		SHA256Raw: dateline.Hash(body), SHA256Text: dateline.Hash([]byte(text)), ExternalID: fmt.Sprintf("x%05d", n),
		Outlet: "Velmara Wire", OutletID: dateline.NewID(dateline.PrefixSource, "velmara wire"), Title: title,
		Published: dateline.Published{EDTF: string(day), Earliest: day, Latest: day, Basis: dateline.PublishedMetadata},
		Language:  "en", Genre: dateline.SpotNews, Text: text, CleanVersion: "clean@1",
	}
	r.ID = dateline.ReportID(r.SHA256Raw)
	phone := strings.Index(text, "555-0142")
	r.Masked = []dateline.Span{dateline.NewSpan(text, phone, phone+len("555-0142"))}
	return Sample{body, r, reading(r, first, killed)}
}

func reading(r *dateline.Report, sentence string, killed int) *dateline.Reading {
	at := strings.Index(r.Text, sentence)
	whole := dateline.NewSpan(r.Text, at, at+len(sentence))
	trigger := dateline.NewSpan(r.Text, at+len("Gunmen "), at+len("Gunmen killed"))
	p := dateline.Passage{ID: dateline.PassageID(r.ID, whole), ReportID: r.ID, Span: whole, Exact: sentence, Role: dateline.RoleLede}
	m := dateline.Mention{
		ID: dateline.MentionID(r.ID, trigger, 0), ReportID: r.ID, Passages: []dateline.ID{p.ID}, Trigger: trigger, TriggerText: "killed",
		Kind: dateline.KindIncident, Temporality: dateline.Past, Polarity: dateline.Affirmed, Salience: dateline.Main,
		Facets: dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.Firearms}},
	}
	number := fmt.Sprint(killed)
	start := at + len("Gunmen killed ")
	count := dateline.NewSpan(r.Text, start, start+len(number))
	c := dateline.Claim{
		ID: dateline.ClaimID(m.ID, dateline.AttrKilled, count, 0), ReportID: r.ID, MentionID: m.ID, Attribute: dateline.AttrKilled,
		Value:    dateline.Value{Count: &dateline.Count{Measure: dateline.Killed, Population: dateline.PopAll, Lo: &killed, Anchor: &killed, Hi: &killed, Qualifier: dateline.Exactly}},
		Modality: dateline.Asserted, Polarity: dateline.Affirmed, Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}},
		Passages: []dateline.ID{p.ID}, Span: count, Exact: number, Status: dateline.Active, Rule: "CAS-1@1", Confidence: 0.9,
	}
	return &dateline.Reading{Passages: []dateline.Passage{p}, Mentions: []dateline.Mention{m}, Claims: []dateline.Claim{c}}
}

// Incident makes the record that rests on the samples; the first one's number
// is best.
func Incident(samples ...Sample) *dateline.Incident {
	first := samples[0]
	c := first.Reading.Claims[0]
	day := first.Report.Published.Earliest
	i := &dateline.Incident{
		ID: dateline.NewID(dateline.PrefixIncident, string(first.Reading.Mentions[0].ID)), Status: dateline.Candidate,
		Title: "Armed attack on a bus, Sirvaz Bazaar, " + string(day), Facets: first.Reading.Mentions[0].Facets, Type: dateline.TypeAttack,
		Date:         dateline.FactDate{Date: dateline.Date{EDTF: string(day), Earliest: day, Latest: day, Precision: dateline.D1, Basis: dateline.BasisWeekday}},
		Figures:      []dateline.Figure{figure(c)},
		SubCount:     1,
		Independence: dateline.Independence{Reports: len(samples), Outlets: 1, Families: 1, OriginsMin: 1, OriginsMax: len(samples)},
		Support:      map[dateline.Attribute]dateline.Support{dateline.AttrKilled: dateline.SingleOrigin},
		Clarity:      1,
	}
	for _, s := range samples {
		i.Mentions = append(i.Mentions, s.Reading.Mentions[0].ID)
		i.Reports = append(i.Reports, s.Report.ID)
	}
	slices.Sort(i.Mentions)
	slices.Sort(i.Reports)
	return i
}

func figure(c dateline.Claim) dateline.Figure {
	n, from := c.Value.Count.Anchor, []dateline.ID{c.ID}
	return dateline.Figure{Measure: dateline.Killed, Population: dateline.PopAll, Low: n, Best: n, High: n, Status: dateline.FigureStated,
		Rule: "dateline-1/2@1", LowClaims: from, BestClaims: from, HighClaims: from, Anchors: []int{*n}, OriginsMin: 1, OriginsMax: 1}
}

// Revision makes the n-th revision of a record at a minute of a day.
func Revision(n, minute int) *dateline.Revision {
	return &dateline.Revision{N: n, Cause: "new_report", Reason: "test", At: fmt.Sprintf("2024-03-12T%02d:%02d:00Z", 8+minute/60, minute%60), By: "link@1"}
}

// Keep stores samples, each in one Update, as the pipeline does.
func Keep(ctx context.Context, s store.Store, samples ...Sample) error {
	for _, x := range samples {
		if _, err := s.PutRaw(ctx, x.Raw); err != nil {
			return err
		}
		err := s.Update(ctx, func(tx store.Tx) error {
			if err := tx.PutReport(ctx, x.Report); err != nil {
				return err
			}
			if err := tx.PutReading(ctx, x.Report.ID, "extract@1", x.Reading); err != nil {
				return err
			}
			return tx.PutBlocks(ctx, x.Reading.Mentions[0].ID, []string{"day:" + x.Report.Published.EDTF, "place:sirvaz"})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Link stores an incident as its next revision.
func Link(ctx context.Context, s store.Store, i *dateline.Incident, rev *dateline.Revision) error {
	return s.Update(ctx, func(tx store.Tx) error { return tx.PutIncident(ctx, i, rev) })
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// view and update run a transaction that must succeed.
func view(t testing.TB, s store.Store, f func(store.Tx) error) {
	t.Helper()
	must(t, s.View(t.Context(), f))
}

func update(t testing.TB, s store.Store, f func(store.Tx) error) {
	t.Helper()
	must(t, s.Update(t.Context(), f))
}

func wantCode(t testing.TB, want dateline.Code, err error) {
	t.Helper()
	if got := dateline.CodeOf(err); got != want {
		t.Fatalf("error code %q, want %q: %v", got, want, err)
	}
}

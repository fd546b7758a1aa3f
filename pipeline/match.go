package pipeline

import (
	"context"
	"maps"
	"slices"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/link/family"
	"github.com/opendateline/dateline/link/origin"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
)

// Catalog gives the registry entries that records point at.
type Catalog interface {
	Actor(dateline.ID) (dateline.Actor, bool)
	Place(dateline.ID) (dateline.Place, bool)
	Source(dateline.ID) (dateline.Source, bool)
}

// Matcher joins mentions into incidents and reconciles them.
type Matcher struct {
	Linker    *link.Linker
	Reconcile *reconcile.Reconciler
	Origins   origin.Registry
	Catalog   Catalog
	Stages    string            // versions of the stages that read reports
	memory    chan *link.Memory // what linking has looked at lately, while nobody uses it
}

// lookedAt is of how many mentions and reports linking keeps what it worked out,
// from one transaction to the next.
const lookedAt = 4096

// remember gives what linking has looked at lately; giveBack ends its use.
func (m *Matcher) remember() *link.Memory {
	select {
	case memory := <-m.memory:
		return memory
	default:
		return link.NewMemory(lookedAt)
	}
}

func (m *Matcher) giveBack(memory *link.Memory) {
	select {
	case m.memory <- memory:
	default:
	}
}

// Version names all stages that a stored reading depends on.
func (m *Matcher) Version() string { return m.Stages }

const (
	// candidateLimit bounds how many stored mentions one mention is compared with.
	// Of 3,000 synthetic reports twice as many give the same incidents and one
	// near miss more in a thousand.
	candidateLimit = 32
	// matchBatch is how many waiting reports one transaction matches: it bounds
	// memory, and what a crash loses.
	matchBatch = 1000
	// A neighbourhood grows by near mentions of near mentions while it has at
	// most roomFor mentions and roomEach for every new one. In a larger one the
	// new mentions still meet all that is near to them, with whole incidents;
	// what is farther off stays as it is.
	roomFor, roomEach = 64, 4
)

// neighbourhood is the part of a store that new reports may change.
type neighbourhood struct {
	*Matcher
	tx         store.Tx
	linker     *link.Linker
	at         string
	memory     *link.Memory
	reports    map[dateline.ID]*dateline.Report
	signatures map[dateline.ID]*family.Signature
	read       map[dateline.ID]*dateline.Mention // read from the store so far
	accounts   map[dateline.ID][]dateline.ID     // mentions of reports that waited, or whose family changed
	stored     map[dateline.ID][]*dateline.Claim // claims by mention
	mentions   map[dateline.ID]*dateline.Mention // of those, what is part of the neighbourhood
	incidentOf map[dateline.ID]dateline.ID
	whole      map[dateline.ID]bool // incidents that were taken along
	because    *dateline.Decision   // of a person, that the job follows; nil where it follows new reports
	pairs      map[[2]dateline.ID]link.Pair
	fresh      []dateline.ID        // reports that waited
	entered    map[dateline.ID]bool // reports of which it is known whether they waited
	made       []dateline.ID        // records that get a public id
	counts     map[string]int
}

// match takes every report that waits, a batch a transaction, and ends the job
// with the last. Revisions say that they are because of a decision, if it is given.
func (p *Pipeline) match(ctx context.Context, job *dateline.Job, because *dateline.Decision) error {
	memory := p.Match.remember()
	defer p.Match.giveBack(memory)
	for more := true; more; {
		after := *job
		after.Counts = maps.Clone(job.Counts)
		err := p.Store.Update(ctx, func(tx store.Tx) error {
			n := p.Match.neighbourhood(tx, p.stamp(), memory)
			n.because = because
			if err := n.run(ctx); err != nil {
				return err
			}
			for k, v := range n.counts {
				after.Counts[k] += v
			}
			if more = len(n.fresh) >= matchBatch; more {
				return nil
			}
			p.close(&after, nil)
			return tx.PutJob(ctx, &after)
		})
		if err != nil {
			return err
		}
		*job = after
	}
	return nil
}

func (m *Matcher) neighbourhood(tx store.Tx, at string, memory *link.Memory) *neighbourhood {
	n := &neighbourhood{Matcher: m, tx: tx, at: at, linker: m.Linker.Remembering(memory), memory: memory,
		reports: map[dateline.ID]*dateline.Report{}, signatures: map[dateline.ID]*family.Signature{},
		read: map[dateline.ID]*dateline.Mention{}, mentions: map[dateline.ID]*dateline.Mention{}, incidentOf: map[dateline.ID]dateline.ID{},
		whole: map[dateline.ID]bool{}, entered: map[dateline.ID]bool{}, accounts: map[dateline.ID][]dateline.ID{}, stored: map[dateline.ID][]*dateline.Claim{},
		pairs: map[[2]dateline.ID]link.Pair{}, counts: map[string]int{}}
	n.linker.Family = func(id dateline.ID) dateline.ID {
		if r, ok := n.reports[id]; ok {
			return r.Family
		}
		return ""
	}
	n.linker.Text = n.text
	return n
}

// text is a report as a whole, as linking looks at it; nil for one not read yet.
func (n *neighbourhood) text(id dateline.ID) *link.Text {
	if r := n.reports[id]; r != nil {
		return n.memory.Read(r)
	}
	return nil
}

func (n *neighbourhood) run(ctx context.Context) error {
	if err := n.waiting(ctx); err != nil || len(n.fresh) == 0 {
		return err
	}
	changed, err := n.families(ctx, n.fresh)
	if err != nil {
		return err
	}
	if err := n.explore(ctx, append(slices.Clone(n.fresh), changed...)); err != nil {
		return err
	}
	if err := n.rebuild(ctx); err != nil {
		return err
	}
	if err := n.publish(ctx, n.fresh); err != nil {
		return err
	}
	return n.tx.Documents(pending).Delete(ctx, n.fresh...)
}

// waiting takes the first batch of reports that are read and not matched, in
// order of id.
func (n *neighbourhood) waiting(ctx context.Context) error {
	for doc, err := range n.tx.Documents(pending).All(ctx) {
		if err != nil {
			return err
		}
		n.entered[doc.ID] = true
		if n.fresh = append(n.fresh, doc.ID); len(n.fresh) == matchBatch {
			break
		}
	}
	return nil
}

// explore follows near mentions from the given reports until no more come or
// the room is taken, and takes whole incidents along. Nearer ones come first.
func (n *neighbourhood) explore(ctx context.Context, reports []dateline.ID) error {
	var frontier []dateline.ID
	for _, id := range reports {
		list, err := n.accountsOf(ctx, id)
		if err != nil {
			return err
		}
		frontier = append(frontier, list...)
	}
	seeds := len(frontier)
	for at := 0; at < len(frontier); at++ {
		follow := at < seeds || len(n.mentions) < roomFor+roomEach*seeds
		more, err := n.visit(ctx, frontier[at], follow)
		if err != nil {
			return err
		}
		frontier = append(frontier, more...)
	}
	return nil
}

// accountsOf gives the mentions of a report.
func (n *neighbourhood) accountsOf(ctx context.Context, report dateline.ID) ([]dateline.ID, error) {
	if list, ok := n.accounts[report]; ok {
		return list, nil
	}
	list, err := n.mentionsOf(ctx, store.MentionFilter{Report: report})
	n.accounts[report] = list
	return list, err
}

// mentionsOf gives the mentions of a report or of an incident, each read once.
func (n *neighbourhood) mentionsOf(ctx context.Context, f store.MentionFilter) ([]dateline.ID, error) {
	var out []dateline.ID
	for m, err := range n.tx.ListMentions(ctx, f) {
		if err != nil {
			return nil, err
		}
		if _, known := n.read[m.ID]; !known {
			n.read[m.ID] = m
		}
		out = append(out, m.ID)
	}
	return out, nil
}

// visit takes one mention into the neighbourhood and gives those that hang on
// it: its incident, and what is near to it if that is to be followed.
func (n *neighbourhood) visit(ctx context.Context, id dateline.ID, follow bool) ([]dateline.ID, error) {
	if _, seen := n.mentions[id]; seen {
		return nil, nil
	}
	m, err := n.mention(ctx, id)
	if err != nil || !link.Clusterable(m) && !link.Attachable(m) {
		return nil, err
	}
	n.mentions[id] = m
	next, err := n.enter(ctx, m.ReportID)
	if err != nil {
		return nil, err
	}
	more, err := n.companions(ctx, id)
	if err != nil {
		return nil, err
	}
	next = append(next, more...)
	if more, err = n.relatives(ctx, m); err != nil {
		return nil, err
	}
	next = append(next, more...)
	candidates, err := n.tx.Candidates(ctx, n.linker.KeysOf(m).Probe, candidateLimit)
	if err != nil {
		return nil, err
	}
	for _, c := range candidates {
		near, err := n.compare(ctx, m, c)
		if err != nil {
			return nil, err
		}
		if near && follow {
			next = append(next, c.Mention)
		}
	}
	return next, nil
}

// enter reads a report of the neighbourhood. One that waits for its turn is
// matched with it, all of it.
func (n *neighbourhood) enter(ctx context.Context, id dateline.ID) ([]dateline.ID, error) {
	if n.entered[id] {
		return nil, nil
	}
	n.entered[id] = true
	if _, err := n.report(ctx, id); err != nil {
		return nil, err
	}
	_, err := n.tx.Documents(pending).Get(ctx, id)
	switch {
	case dateline.CodeOf(err) == dateline.NotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	n.fresh = append(n.fresh, id)
	return n.accountsOf(ctx, id)
}

// companions are the other mentions of the incident that a mention is part of.
func (n *neighbourhood) companions(ctx context.Context, id dateline.ID) ([]dateline.ID, error) {
	incident, err := n.tx.IncidentOf(ctx, id)
	if err != nil || incident == "" {
		return nil, err
	}
	n.incidentOf[id] = incident
	if n.whole[incident] {
		return nil, nil
	}
	n.whole[incident] = true
	return n.mentionsOf(ctx, store.MentionFilter{Incident: incident})
}

// compare scores a candidate once and says whether the two hang together.
func (n *neighbourhood) compare(ctx context.Context, m *dateline.Mention, c store.Candidate) (bool, error) {
	key := [2]dateline.ID{min(m.ID, c.Mention), max(m.ID, c.Mention)}
	if _, done := n.pairs[key]; done || c.Mention == m.ID {
		return false, nil
	}
	other, err := n.mention(ctx, c.Mention)
	if err != nil || !compared(m, other) {
		return false, err
	}
	if _, err := n.report(ctx, c.Report); err != nil {
		return false, err // whole reports are compared too
	}
	pair := n.linker.Score(m, other)
	n.pairs[key] = pair
	return pair.Band != link.Separate, nil
}

// compared says whether two mentions are worth comparing: two accounts, or an
// account and what may be attached to it.
func compared(a, b *dateline.Mention) bool {
	x, y := link.Clusterable(a), link.Clusterable(b)
	return x && y || x && link.Attachable(b) || y && link.Attachable(a)
}

// mention reads a stored mention once.
func (n *neighbourhood) mention(ctx context.Context, id dateline.ID) (*dateline.Mention, error) {
	if m, ok := n.read[id]; ok {
		return m, nil
	}
	m, err := n.tx.Mention(ctx, id)
	if err != nil {
		return nil, err
	}
	n.read[id] = m
	return m, nil
}

// all gives the mentions of the neighbourhood and the pairs inside it, in
// order of id.
func (n *neighbourhood) all() ([]*dateline.Mention, []link.Pair) {
	mentions := make([]*dateline.Mention, 0, len(n.mentions))
	for _, m := range n.mentions {
		mentions = append(mentions, m)
	}
	sort.Slice(mentions, func(i, k int) bool { return mentions[i].ID < mentions[k].ID })
	keys := make([][2]dateline.ID, 0, len(n.pairs))
	for k := range n.pairs {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, k int) bool {
		return keys[i][0] < keys[k][0] || keys[i][0] == keys[k][0] && keys[i][1] < keys[k][1]
	})
	pairs := make([]link.Pair, len(keys))
	for i, k := range keys {
		pairs[i] = n.pairs[k]
	}
	return mentions, pairs
}

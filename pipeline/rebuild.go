package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/link/origin"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
)

// rebuild clusters the neighbourhood and writes one record a cluster.
func (n *neighbourhood) rebuild(ctx context.Context) error {
	people, err := n.rulings(ctx)
	if err != nil {
		return err
	}
	mentions, pairs := n.all()
	clusters, decisions := n.linker.Cluster(mentions, pairs, people)
	if err := n.judged(ctx, decisions...); err != nil {
		return err
	}
	if clusters, err = n.holdBack(ctx, clusters, pairs, people); err != nil {
		return err
	}
	spoken, err := n.attach(ctx, clusters)
	if err != nil {
		return err
	}
	ids, gone, err := n.identify(ctx, clusters)
	if err != nil {
		return err
	}
	minted := make([]bool, len(clusters))
	for i, c := range clusters {
		if ids[i] == "" {
			if ids[i], minted[i], err = n.mint(ctx, c); err != nil {
				return err
			}
		}
	}
	stands := n.standings(clusters, ids)
	for i, c := range clusters {
		if err := n.record(ctx, ids[i], c, spoken[c.ID], stands[i], minted[i]); err != nil {
			return err
		}
	}
	return n.redirect(ctx, gone, clusters, ids)
}

// judged keeps what the linker decided.
func (n *neighbourhood) judged(ctx context.Context, decisions ...dateline.Decision) error {
	if err := settle(decisions); err != nil {
		return err
	}
	n.made = append(n.made, idsOf(decisions)...)
	return n.tx.Decide(ctx, decisions...)
}

// settle gives every decision about a pair an id of its content. What else is in
// the neighbourhood has a part in the score, so a later job may judge the same
// pair anew; the log keeps both judgements.
func settle(decisions []dateline.Decision) error {
	for i := range decisions {
		d := &decisions[i]
		content, err := json.Marshal(d)
		if err != nil {
			return dateline.Errorf(dateline.Invalid, "decision %s: %w", d.ID, err)
		}
		d.ID = dateline.NewID(dateline.PrefixDecision, string(content))
	}
	return nil
}

func idsOf(decisions []dateline.Decision) []dateline.ID {
	out := make([]dateline.ID, len(decisions))
	for i, d := range decisions {
		out[i] = d.ID
	}
	return out
}

// claim says how many accounts of an incident a cluster has. It is strong where
// a person accepted that record and the cluster has all its accounts.
type claim struct {
	cluster, votes int
	incident       dateline.ID
	strong         bool
}

// identify gives every cluster the incident that most of its mentions are part
// of, or a new id; where clusters share an incident equally, the one with most
// accounts keeps it. A record that a person accepted keeps its id, with whatever
// it is joined (ETH-14). gone are the incidents that no cluster keeps.
func (n *neighbourhood) identify(ctx context.Context, clusters []link.Cluster) (ids []dateline.ID, gone []dateline.ID, err error) {
	claims, err := n.claims(ctx, clusters)
	if err != nil {
		return nil, nil, err
	}
	sort.Slice(claims, func(i, k int) bool { return claims[i].before(claims[k], clusters) })
	ids = make([]dateline.ID, len(clusters))
	kept := map[dateline.ID]bool{}
	for _, c := range claims {
		if ids[c.cluster] == "" && !kept[c.incident] {
			ids[c.cluster], kept[c.incident] = c.incident, true
		}
	}
	for _, c := range claims {
		if !kept[c.incident] {
			gone = append(gone, c.incident)
		}
	}
	slices.Sort(gone)
	return ids, slices.Compact(gone), nil
}

func (a claim) before(b claim, clusters []link.Cluster) bool {
	if a.strong != b.strong {
		return a.strong
	}
	sizeA, sizeB := len(clusters[a.cluster].Mentions), len(clusters[b.cluster].Mentions)
	return cmp.Or(b.votes-a.votes, sizeB-sizeA, cmp.Compare(a.incident, b.incident), a.cluster-b.cluster) < 0
}

// claims are those of all clusters, in no order.
func (n *neighbourhood) claims(ctx context.Context, clusters []link.Cluster) ([]claim, error) {
	var out []claim
	all := map[dateline.ID]int{}
	for i, c := range clusters {
		votes := map[dateline.ID]int{}
		for _, m := range c.Mentions {
			if incident := n.incidentOf[m]; incident != "" {
				votes[incident]++
				all[incident]++
			}
		}
		for incident, v := range votes {
			out = append(out, claim{cluster: i, votes: v, incident: incident})
		}
	}
	contested := map[int]int{}
	for _, c := range out {
		contested[c.cluster]++
	}
	for i := range out {
		c := &out[i]
		if contested[c.cluster] < 2 || c.votes < all[c.incident] {
			continue
		}
		record, err := n.tx.Incident(ctx, c.incident)
		if err != nil {
			return nil, err
		}
		c.strong = record.Status == dateline.Reviewed
	}
	return out, nil
}

// mint gives a cluster the id of its first mention; minted says that it is new.
// Where an incident of that id was merged into another, it stands again: what was
// taken apart, or whose merge was undone, is known by its old name. Where that
// mention left an incident of that id, the next one is tried: no id is of two.
func (n *neighbourhood) mint(ctx context.Context, c link.Cluster) (id dateline.ID, minted bool, err error) {
	key := []string{string(c.Mentions[0])}
	for k := 1; ; k++ {
		id = dateline.NewID(dateline.PrefixIncident, key...)
		old, err := n.tx.Incident(ctx, id)
		switch {
		case dateline.CodeOf(err) == dateline.NotFound:
			return id, true, nil
		case err != nil:
			return "", false, err
		case old.Status == dateline.Merged:
			return id, false, nil
		}
		key = append(key[:1], string(c.ID))
		if k > 1 {
			key = append(key, itoa(k))
		}
	}
}

// record reconciles one cluster and stores it if that changed anything; minted
// says that its id is new.
func (n *neighbourhood) record(ctx context.Context, id dateline.ID, c link.Cluster, spoken attached, stands standing, minted bool) error {
	in, err := n.input(ctx, id, c, spoken.members)
	if err != nil {
		return err
	}
	if err := n.keepClaims(ctx, n.Reconcile.Claims(in)); err != nil {
		return err
	}
	n.propagate(&in)
	incident, decisions := n.Reconcile.Incident(in)
	incident.ID, incident.Probable, incident.Related = id, c.Probable, spoken.related
	changed, err := n.put(ctx, &incident, stands, minted)
	if err != nil || !changed {
		return err
	}
	n.made = append(append(n.made, id), idsOf(decisions)...)
	return n.tx.Decide(ctx, decisions...)
}

// put writes a revision if the content, or how it stands to others, differs from
// what is stored.
func (n *neighbourhood) put(ctx context.Context, incident *dateline.Incident, stands standing, minted bool) (bool, error) {
	stands.apply(incident)
	var before *dateline.Incident
	rev := n.revision(incident.ID, 1, "first report")
	if !minted {
		old, err := n.tx.Incident(ctx, incident.ID)
		if err != nil {
			return false, err
		}
		before = old
		hash, err := store.ContentHash(incident)
		if err != nil {
			return false, err
		}
		if hash == old.ContentHash && stands.same(old) && old.Status != dateline.Merged {
			return false, nil
		}
		incident.Public, incident.SplitFrom, incident.Accepted = old.Public, old.SplitFrom, old.Accepted
		rev = n.revision(incident.ID, old.Revision+1, "new reports")
		n.counts["revised"]++
	} else {
		n.counts["incidents"]++
	}
	rev.Changes = changes(before, incident)
	return true, n.tx.PutIncident(ctx, incident, rev)
}

// revision says why a record changes: because of what a person decided, in that
// person's name, or else for the given reason.
func (n *neighbourhood) revision(record dateline.ID, number int, reason string) *dateline.Revision {
	rev := &dateline.Revision{Record: record, N: number, Cause: "new_report", Reason: reason, At: n.at, By: "pipeline"}
	if d := n.because; d != nil {
		rev.Cause, rev.Decision, rev.By, rev.Reason = "decision", d.ID, d.By, strings.ReplaceAll(string(d.Action), "_", " ")+" by a person"
	}
	return rev
}

// input gathers the claims of a cluster and of what is attached to it, and
// traces their origins.
func (n *neighbourhood) input(ctx context.Context, id dateline.ID, c link.Cluster, spoken []dateline.ID) (reconcile.Input, error) {
	in := reconcile.Input{Incident: id, Origins: map[dateline.ID]dateline.Origin{}, Reports: map[dateline.ID]*dateline.Report{}, Probable: map[dateline.ID]bool{}}
	for _, m := range c.Probable {
		in.Probable[m] = true
	}
	var parties []dateline.ID
	for i, mid := range append(append([]dateline.ID{}, c.Mentions...), spoken...) {
		m := n.mentions[mid]
		if i < len(c.Mentions) {
			in.Mentions = append(in.Mentions, *m)
		} else {
			in.Attached = append(in.Attached, *m)
		}
		in.Reports[m.ReportID] = n.reports[m.ReportID]
		for _, a := range m.Actors {
			if a.Actor != "" {
				parties = append(parties, a.Actor)
			}
		}
		claims, err := n.claimsOf(ctx, mid)
		if err != nil {
			return in, err
		}
		for _, claim := range claims {
			in.Claims = append(in.Claims, *claim)
		}
	}
	decisions, err := n.decided(ctx, id)
	in.Decisions = decisions
	if err != nil {
		return in, err
	}
	return in, n.trace(ctx, &in, c.Mentions[0], parties)
}

// claimsOf reads the claims of a mention once, in the order of the text.
func (n *neighbourhood) claimsOf(ctx context.Context, mention dateline.ID) ([]*dateline.Claim, error) {
	if list, ok := n.stored[mention]; ok {
		return list, nil
	}
	var list []*dateline.Claim
	for claim, err := range n.tx.ListClaims(ctx, store.ClaimFilter{Mention: mention}) {
		if err != nil {
			return nil, err
		}
		list = append(list, claim)
	}
	n.stored[mention] = list
	return list, nil
}

// keepClaims stores those of some claims that differ from what is stored.
func (n *neighbourhood) keepClaims(ctx context.Context, claims []dateline.Claim) error {
	for i := range claims {
		stored := n.stored[claims[i].MentionID]
		k := slices.IndexFunc(stored, func(c *dateline.Claim) bool { return c.ID == claims[i].ID })
		if k >= 0 && reflect.DeepEqual(*stored[k], claims[i]) {
			continue
		}
		if err := n.tx.PutClaims(ctx, claims[i]); err != nil {
			return err
		}
		if k >= 0 {
			stored[k] = &claims[i]
		}
	}
	return nil
}

// propagate gives every date of the cluster that lacks its year, or more, what
// the other reports say of it (DAT-17). Stored claims keep what their report
// says by itself: the next cluster starts from there again.
func (n *neighbourhood) propagate(in *reconcile.Input) {
	var mentions []*dateline.Mention
	for i := range in.Mentions {
		mentions = append(mentions, &in.Mentions[i])
	}
	fixed, ok := link.FixDates(mentions)
	if !ok {
		return
	}
	for i := range in.Claims {
		d := in.Claims[i].Value.Date
		narrow, has := fixed.Narrowed[in.Claims[i].MentionID]
		if d == nil || !has || d.Precision > dateline.D4 || d.EDTF == narrow.EDTF || !d.Overlaps(narrow, 0) || !sameMonthDay(d.EDTF, narrow.EDTF) {
			continue
		}
		copied := *d
		copied.EDTF, copied.Earliest, copied.Latest, copied.Basis = narrow.EDTF, narrow.Earliest, narrow.Latest, dateline.BasisPropagated
		in.Claims[i].Value.Date = &copied
	}
}

// sameMonthDay: a masked date ("XXXX-06-09") agrees with a full one in what it
// says; a date with its year is left as it is.
func sameMonthDay(masked, full string) bool {
	rest, ok := strings.CutPrefix(masked, "XXXX")
	return ok && strings.HasPrefix(strings.TrimPrefix(full, full[:min(4, len(full))]), rest)
}

// trace finds the origin of every claim (§8.3). The key of the incident is its
// first mention, which does not depend on the order of arrival.
func (n *neighbourhood) trace(ctx context.Context, in *reconcile.Input, key dateline.ID, parties []dateline.ID) error {
	var found []dateline.Origin
	for i := range in.Claims {
		c := &in.Claims[i]
		report := in.Reports[c.ReportID]
		o := origin.Trace(c, origin.Context{Report: report, Credits: report.AgencyCredit, Incident: key, Parties: parties}, n.Origins)
		c.Origin = o.ID
		found = append(found, o)
	}
	for _, o := range origin.Merge(found) {
		in.Origins[o.ID] = o
		n.made = append(n.made, o.ID)
		if err := n.tx.Origins().Put(ctx, o); err != nil {
			return err
		}
	}
	return nil
}

// redirect makes incidents that no cluster kept lead to the one that took most
// of their mentions.
func (n *neighbourhood) redirect(ctx context.Context, gone []dateline.ID, clusters []link.Cluster, ids []dateline.ID) error {
	for _, id := range gone {
		heir := n.heir(id, clusters)
		if heir < 0 {
			continue
		}
		old, err := n.tx.Incident(ctx, id)
		if err != nil {
			return err
		}
		old.Status, old.MergedInto = dateline.Merged, ids[heir]
		rev := n.revision(id, old.Revision+1, "merged")
		if err := n.tx.PutIncident(ctx, old, rev); err != nil {
			return err
		}
		n.counts["merged"]++
	}
	return nil
}

func (n *neighbourhood) heir(id dateline.ID, clusters []link.Cluster) int {
	best, most := -1, 0
	for i, c := range clusters {
		votes := 0
		for _, m := range c.Mentions {
			if n.incidentOf[m] == id {
				votes++
			}
		}
		if votes > most {
			best, most = i, votes
		}
	}
	return best
}

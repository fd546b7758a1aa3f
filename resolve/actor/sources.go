package actor

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// defaults of reliability by kind of source, domain §8.5.
var reliability = map[string]string{"agency": "B", "outlet": "B", "local": "C", "ngo": "B", "igo": "B", "government": "C", "military": "C", "police": "C", "hospital": "B", "armed_group": "D", "expert": "C", "blog": "D", "state_media": "C"}

// issuers turns the kinds of sources.txt into issuer classes.
var issuers = map[string]dateline.IssuerClass{"local": dateline.IssuerOutlet, "blog": dateline.IssuerOutlet, "state_media": dateline.IssuerOutlet}

func (r *Registry) loadSources(files fs.FS) error {
	rows, err := readRows(files, "sources.txt")
	for _, row := range rows {
		if reliability[row.field(2)] == "" {
			return fmt.Errorf("%s has no known kind: %q", row.field(0), row.field(2))
		}
		r.addSource(row)
	}
	return err
}

// addSource reads: name | country | kind | scale | domains | aliases | speaks for.
func (r *Registry) addSource(row row) {
	kind := row.field(2)
	s := &dateline.Source{
		ID: sourceID(row.field(0)), Name: row.field(0), Country: country(row.field(1)), Kind: dateline.IssuerClass(kind),
		Scale: dateline.Scale(row.field(3)), Reliability: reliability[kind], Aliases: row.list(5),
	}
	if issuer, ok := issuers[kind]; ok {
		s.Kind = issuer
	}
	for _, name := range row.list(6) {
		s.BelligerentOf = append(s.BelligerentOf, actorID(name))
	}
	for _, domain := range row.list(4) {
		r.byDomain[domain] = s.ID
		if s.Domain == "" {
			s.Domain = domain
		}
	}
	r.sources[s.ID] = s
	names := s.Aliases
	if !strings.HasSuffix(s.Name, ")") {
		names = append([]string{s.Name}, names...)
	}
	for _, name := range names {
		r.names.add(name, entry{kind: nameSource, id: s.ID, country: s.Country})
	}
}

// Source gives the entry with that id.
func (r *Registry) Source(id dateline.ID) (dateline.Source, bool) {
	s := r.sources[id]
	if s == nil {
		return dateline.Source{}, false
	}
	return *s, true
}

// Sources lists all sources by name.
func (r *Registry) Sources() []dateline.Source {
	out := make([]dateline.Source, 0, len(r.sources))
	for _, s := range r.sources {
		out = append(out, *s)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// SourceByName finds a source by a name or alias that is the whole of text,
// but for "the" and case.
func (r *Registry) SourceByName(text string) (dateline.Source, bool) {
	words := splitWords(text)
	if len(words) > 1 && words[0].fold == "the" {
		words = words[1:]
	}
	for i := range words {
		words[i].title, words[i].caps, words[i].stop = true, true, false
	}
	if len(words) == 0 {
		return dateline.Source{}, false
	}
	for _, n := range r.names.byFirst[words[0].fold] {
		if e := n.first(nameSource); e != nil && len(n.words) == len(words) && n.fits(words) {
			return *r.sources[e.id], true
		}
	}
	return dateline.Source{}, false
}

// SourceByDomain finds a source by host name; a subdomain belongs to its
// domain.
func (r *Registry) SourceByDomain(host string) (dateline.Source, bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for {
		if id, ok := r.byDomain[host]; ok {
			return *r.sources[id], true
		}
		_, rest, ok := strings.Cut(host, ".")
		if !ok {
			return dateline.Source{}, false
		}
		host = rest
	}
}

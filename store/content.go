package store

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/opendateline/dateline"
)

// ContentHash is the SHA-256 of what an incident says: its fields and the
// sorted ids of its mentions, without its own ids, revision number and times
// (domain §1.1). It does not depend on the order in which reports arrived, so
// two stores fed with the same reports can be compared by it. Ids of claims,
// reports and origins stay in: they are made from content.
func ContentHash(i *dateline.Incident) (string, error) {
	c := *i
	c.ID, c.Public, c.Revision, c.Accepted, c.ContentHash = "", "", 0, 0, ""
	c.MergedInto, c.SplitFrom, c.SplitInto = "", "", nil
	c.Operation, c.Children = related(c.Operation), make([]dateline.ID, len(c.Children))
	c.Mentions = slices.Sorted(slices.Values(c.Mentions))
	c.Figures = slices.Clone(c.Figures)
	for k := range c.Figures {
		c.Figures[k].ID = ""
	}
	c.Contradictions = slices.Clone(c.Contradictions)
	for k := range c.Contradictions {
		c.Contradictions[k].ID = ""
	}
	b, err := json.Marshal(c)
	if err != nil {
		return "", dateline.Errorf(dateline.Invalid, "incident %s has no canonical form: %w", i.ID, err)
	}
	return dateline.Hash(b), nil
}

// related stands for an id of another incident: that there is one is content.
func related(id dateline.ID) dateline.ID {
	if id == "" {
		return ""
	}
	return "related"
}

// SupportOf is the one mark that a list shows for an incident: contested if
// any of its facts is, else the support of the number killed where one is
// reported, else the support of its having occurred.
func SupportOf(i *dateline.Incident) dateline.Support {
	for _, a := range dateline.Attributes {
		if i.Support[a] == dateline.Contested {
			return dateline.Contested
		}
	}
	if s := i.Support[dateline.AttrKilled]; s != "" && s != dateline.NotReported {
		return s
	}
	if s := i.Support[dateline.AttrOccurred]; s != "" {
		return s
	}
	return dateline.NotReported
}

// ChainHash is the hash of an entry of a log that only grows: SHA-256 of the
// hash of the entry before it, its number, and its document.
func ChainHash(prev string, seq int64, doc string) string {
	return dateline.Hash([]byte(prev + "\n" + strconv.FormatInt(seq, 10) + "\n" + doc))
}

// RevisionHash is the hash of a revision, which covers the state that it
// brings about as well. The Hash of rev itself does not count.
func RevisionHash(rev dateline.Revision, state []byte) (string, error) {
	rev.Hash = ""
	doc, err := json.Marshal(rev)
	if err != nil {
		return "", dateline.Errorf(dateline.Invalid, "revision %d of %s cannot be hashed: %w", rev.N, rev.Record, err)
	}
	return ChainHash(rev.PrevHash, rev.Seq, string(doc)+"\n"+dateline.Hash(state)), nil
}

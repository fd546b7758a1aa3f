package wording

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// NotAdded goes with the numbers of an operation and of its parts (CAS-9).
const NotAdded = "The numbers of the whole and of its parts are never added to each other."

// Sites names the places of an operation, "" for an incident of one place
// (LNK-7).
func Sites(i *dateline.Incident) string { return strings.Join(i.SiteNames(), ", ") }

// PartOrder is the order in which the parts of a record are shown: by their
// numbers, then by their titles.
func PartOrder(x, y *dateline.Incident) int {
	return cmp.Or(cmp.Compare(x.Ordinal, y.Ordinal), cmp.Compare(x.Title, y.Title))
}

// Standing is how a record stands to others, in a word or two: "2 parts",
// "part"; "" for most.
func Standing(i *dateline.Incident) string {
	switch {
	case len(i.Children) > 0:
		return Plural(len(i.Children), "part")
	case i.Operation != "":
		return "part"
	}
	return ""
}

// PartsHeading heads the parts of a record.
func PartsHeading(i *dateline.Incident) string {
	if len(i.Sites) > 0 {
		return "Parts: " + Plural(len(i.Children), "site")
	}
	return "Parts: " + strconv.Itoa(len(i.Children)) + " at one place"
}

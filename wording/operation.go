package wording

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// NotAdded goes with the numbers of an operation and of its parts (CAS-9).
const NotAdded = "The numbers of the whole and of its parts are never added to each other."

// Sites names the places of an operation, "" for an incident of one place
// (LNK-7).
func Sites(i *dateline.Incident) string {
	names := make([]string, len(i.Sites))
	for k, x := range i.Sites {
		names[k] = x.City
	}
	return strings.Join(names, ", ")
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
	n := strconv.Itoa(len(i.Children))
	if len(i.Sites) > 0 {
		return "Parts: " + Plural(len(i.Children), "site")
	}
	return "Parts: " + n + " at one place"
}

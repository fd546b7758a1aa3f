package web

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/storetest"
)

// TestOperationPage: a whole and its parts lead to each other, and the page says
// that their numbers are not added (LNK-7).
func TestOperationPage(t *testing.T) {
	h := newHouse(t)
	whole := h.keep(storetest.Revision(1, 1), storetest.NewSample(1, 9))
	part := h.keep(storetest.Revision(1, 2), storetest.NewSample(2, 3))
	whole.Title, whole.Children = "Bombing at 2 sites", []dateline.ID{part.ID}
	whole.Sites = []dateline.PlaceRef{{City: "Multan"}, {City: "Sukkur"}}
	part.Title, part.Operation = "Bombing in Sukkur", whole.ID
	h.must(h.store.Update(t.Context(), func(tx store.Tx) error {
		for _, i := range []*dateline.Incident{whole, part} {
			if err := tx.PutIncident(t.Context(), i, storetest.Revision(2, 3)); err != nil {
				return err
			}
		}
		return nil
	}))
	h.says("/i/"+string(h.names[whole.ID]), 200, "Parts: 1 site", "Multan, Sukkur", "Bombing in Sukkur", "/i/"+string(h.names[part.ID]), "never added to each other")
	page := h.says("/i/"+string(h.names[part.ID]), 200, "Part of", "Bombing at 2 sites", "/i/"+string(h.names[whole.ID]))
	if strings.Contains(page, "Parts:") {
		t.Error("a part has parts")
	}
}

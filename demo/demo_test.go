package demo

import (
	"strings"
	"testing"
)

// TestReports: every report has a text, an outlet, and an invented year.
func TestReports(t *testing.T) {
	n := 0
	for raw, err := range Reports() {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if len(raw.Bytes) == 0 || raw.Outlet == "" || raw.Title == "" {
			t.Errorf("%s lacks text, outlet or title", raw.Name)
		}
		if raw.Published != "" && !strings.HasPrefix(raw.Published, "2031") {
			t.Errorf("%s is published %s; the demonstration plays in 2031", raw.Name, raw.Published)
		}
	}
	if n < 10 {
		t.Errorf("%d reports", n)
	}
}

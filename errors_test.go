package dateline_test

import (
	"errors"
	"testing"

	"github.com/opendateline/dateline"
)

// What happened, what was kept and what to do next are sentences in a row.
func TestErrorIsSentencesInARow(t *testing.T) {
	for _, c := range []struct {
		give dateline.Error
		want string
	}{
		{dateline.Error{What: "no such store"}, "no such store"},
		{dateline.Error{What: "the file is cut off", Kept: "12 reports were kept", Next: "Read it again"}, "the file is cut off. 12 reports were kept. Read it again"},
		{dateline.Error{What: "unknown flag. Did you mean --from?", Next: "Nothing was listed"}, "unknown flag. Did you mean --from? Nothing was listed"},
		{dateline.Error{What: "not readable", Err: errors.New("no such file"), Next: "Check the path"}, "not readable: no such file. Check the path"},
	} {
		if got := c.give.Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

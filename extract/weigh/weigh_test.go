package weigh

import (
	"testing"

	"github.com/opendateline/dateline"
)

func TestSum(t *testing.T) {
	table, err := Read("verb shoot\t1.5\nverb arrest\t-2\n", "a test")
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Sum([]Feature{{"verb shoot", 2}, {"verb arrest", 1}, {"never seen", 9}}); got != 1 {
		t.Errorf("%v, not 1", got)
	}
}

func TestDamagedTables(t *testing.T) {
	for _, tsv := range []string{"no weight\n", "name\tmuch\n", "\n"} {
		if _, err := Read(tsv, "a test"); dateline.CodeOf(err) != dateline.Damaged {
			t.Errorf("%q: %v", tsv, err)
		}
	}
}

func TestChance(t *testing.T) {
	table := Table{"people hurt": 2, "scene beast": -1}
	if got := table.Chance(nil); got != 0.5 {
		t.Errorf("of nothing seen the chance is %v, want even odds", got)
	}
	if got := table.Chance([]Feature{{"people hurt", 1}, {"scene beast", 2}}); got != 0.5 {
		t.Errorf("what speaks for and what speaks against leave %v, want even odds", got)
	}
}

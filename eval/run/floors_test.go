package run

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/opendateline/dateline/eval"
)

var (
	update = flag.Bool("update", false, "raise the floors to what is measured")
	lower  = flag.Bool("lower", false, "with -update: lower the floors that fell, by intent")
	all    = flag.Bool("all", false, "measure the slow corpora too, some minutes")
)

// fast are the corpora that every run of the tests measures; slow are the others
// that have a floor.
var (
	fast = []string{"wikiwars/train", "geovirus/dev", "hrdsattack/dev", "html_readability/dev", "muc34/tst1", "muc34/tst2", "re3d/dev", "plover_gsr/dev", "gum"}
	slow = []string{"airwars_gaza/dev", "ecbplus/dev", "giveme5w1h/dev", "gva_violent_corpus/dev", "gvdb/dev", "html_trafilatura/dev", "lgl/dev",
		"polnear/dev", "rams/dev", "timex_tempeval3/train", "ud_ewt", "wikievents/dev", "wnut17"}
	// answered are reports of those sets with answers of our own, as seen from here.
	answered = []string{"../real/first", "../real/second", "../real/third", "../real/fourth", "../real/fifth"}
)

// TestFloors measures the program on a fast subset of the development corpora,
// with -all on every one that has a runner, and holds it to eval/floors.json.
func TestFloors(t *testing.T) {
	shared := sharedData(t)
	runner, err := New()
	if err != nil {
		t.Fatal(err)
	}
	sets := fast
	if *all {
		sets = append(slices.Clone(fast), slow...)
	}
	dirs := slices.Clone(answered)
	for _, set := range sets {
		dirs = append(dirs, filepath.Join(shared, set))
	}
	var results []eval.Result
	for _, dir := range dirs {
		result, err := runner.Corpus(context.Background(), dir)
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, result)
	}
	path := filepath.Join("..", "floors.json")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	floors, err := eval.ReadFloors(f)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		raise(t, path, floors, results)
		return
	}
	if err := eval.CheckFloors(floors, results); err != nil {
		t.Error(err)
	}
}

func raise(t *testing.T, path string, floors []eval.Floor, results []eval.Result) {
	t.Helper()
	raised, err := eval.UpdateFloors(floors, results, *lower)
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := eval.WriteFloors(out, raised); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// sharedData is the folder of labelled corpora: DATELINE_SHARED/data, or
// ../shared/data beside the repository.
func sharedData(t *testing.T) string {
	t.Helper()
	root := os.Getenv("DATELINE_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(root, "data")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
			t.Fatalf("the labelled data is required and not there: %v", err)
		}
		t.Skipf("no labelled data beside the repository: %v", err)
	}
	return dir
}

// Command train makes the models that are embedded in the program. It is not
// needed to build or run it.
//
//	go run ./train [--data ../shared/data] [--out extract/syntax/models] clusters|tagger|parser|truecase|lemma|habits|manifest|score|test
package main

import (
	"flag"
	"fmt"
	"os"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/syntax/learn"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "extract/syntax/models", "folder of the models")
	flag.Parse()
	for _, what := range flag.Args() {
		if err := train(what, learn.Options{Data: *data, Out: *out}); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
	}
}

func train(what string, o learn.Options) error {
	switch what {
	case "tagger":
		return learn.Tagger(o)
	case "clusters":
		return learn.Clusters(o)
	case "truecase":
		return learn.Truecase(o)
	case "lemma":
		return learn.Lemma(o)
	case "parser":
		return learn.Parser(o)
	case "habits":
		return learn.Habits(o)
	case "score":
		return score(o, "dev")
	case "test":
		return score(o, "test")
	case "manifest":
		return learn.Manifest(o)
	}
	return dateline.Errorf(dateline.Invalid, "there is no model %q", what)
}

// score prints the scores on the split that is kept from training.
func score(o learn.Options, split string) error {
	lines, err := learn.Report(o, split)
	if err != nil {
		return err
	}
	for _, line := range lines {
		fmt.Println(line)
	}
	return nil
}

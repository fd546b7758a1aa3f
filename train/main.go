// Command train makes the models that are embedded in the program. It is not
// needed to build or run it.
//
//	go run ./train [--data ../shared/data] [--out extract/syntax/models] clusters|tagger|parser|truecase|lemma|score
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
	case "score":
		return score(o)
	}
	return dateline.Errorf(dateline.Invalid, "there is no model %q", what)
}

// score prints the held-out scores: the dev split of both treebanks, and the
// news of the second one.
func score(o learn.Options) error {
	for _, set := range [][2]string{{"ud_ewt", ""}, {"gum", ""}, {"gum", "GUM_news"}} {
		s, err := learn.Score(o, set[0], "dev", set[1])
		if err != nil {
			return err
		}
		fmt.Printf("%-8s %-9s %s\n", set[0], set[1], s)
	}
	return nil
}

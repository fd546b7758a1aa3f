// Command link learns what package link knows of words and of pairs of reports.
// It is not needed to build or run the program.
//
//	go run ./train/link words     # link/words.tsv: how telling the lemmas of an account are
//	go run ./train/link terms     # link/terms.tsv: how telling words and names are
//	go run ./train/link weights   # link/weights.tsv: what each piece of evidence is worth
//	go run ./train/link halves    # nothing is written: learns from one half, measures on the other
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline"
)

const learnedFrom = "gva_violent_corpus/train"

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "link", "folder of the tables")
	cache := flag.String("cache", "", "file to keep the readings in between runs")
	without := flag.String("without", "", "a part of the evidence to learn without")
	flag.Parse()
	for _, what := range flag.Args() {
		if err := train(context.Background(), what, *data, *out, *cache, *without); err != nil {
			fmt.Fprintln(os.Stderr, "link:", err)
			os.Exit(1)
		}
	}
}

func train(ctx context.Context, what, data, out, cache, without string) error {
	switch what {
	case "words":
		return words(data, filepath.Join(out, "words.tsv"))
	case "terms":
		return terms(data, filepath.Join(out, "terms.tsv"))
	case "weights":
		return weights(ctx, filepath.Join(data, learnedFrom), cache, without, filepath.Join(out, "weights.tsv"))
	case "halves":
		return halves(ctx, filepath.Join(data, learnedFrom), cache, without)
	}
	return dateline.Errorf(dateline.Invalid, "there is nothing %q to learn", what)
}

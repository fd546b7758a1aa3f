package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
)

func main() {
	ctx := context.Background()
	runner, err := run.New()
	if err != nil {
		panic(err)
	}
	reader, err := extract.New()
	if err != nil {
		panic(err)
	}
	out := json.NewEncoder(os.Stdout)
	for _, dir := range os.Args[1:] {
		made, reports, err := runner.Made(ctx, dir)
		if err != nil {
			panic(err)
		}
		for _, in := range reports {
			doc, ann := runner.Annotated(in)
			deeds, err := reader.Standing(ctx, doc, ann)
			if err != nil {
				panic(err)
			}
			for _, m := range made[in.ID] {
				found := false
				for _, d := range deeds {
					if d.Trigger == m.Trigger {
						signs := map[string]float64{}
						for _, f := range d.Signs {
							signs[f.Name] = f.Value
						}
						out.Encode(map[string]any{"set": dir, "report": in.ID, "right": m.Right, "signs": signs})
						found = true
						break
					}
				}
				if !found {
					fmt.Fprintln(os.Stderr, "lost", in.ID, m.Trigger)
				}
			}
		}
	}
}

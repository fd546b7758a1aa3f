// Command earnest learns the weights of package extract/earnest.
package main

import (
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/earnest"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/weigh"
)

type example struct {
	set, report string
	real        bool
	signs       []weigh.Feature
}

// judged is a report of which it is known whether it tells of violence.
type judged struct {
	set, report string
	real        bool
	doc         *dateline.Document
	ann         extract.Annotations
}

type source struct {
	dir  string
	most int
	test bool
}

func main() {
	data := flag.String("data", "../shared/data", "")
	out := flag.String("out", "", "")
	trainOn := flag.String("train", "", "more training dirs, comma separated")
	testOn := flag.String("test", "", "")
	weight := flag.Int("weight", 1, "how often a look-alike counts")
	o := learn.Options{Penalty: 2, Steps: 300, Rate: 0.3, Rare: 4, Slight: 0.02}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "")
	show := flag.String("show", "", "set of which to print the chances")
	flag.Parse()
	sources := []source{{*data + "/gva_violent_corpus/train", 400, false}, {*data + "/hrdsattack/train", 300, false}, {*data + "/wikievents/train", 160, false}, {*data + "/ecbplus/train", 500, false}, {*data + "/muc34/dev", 150, false}, {*data + "/fa_kes/dev", 200, false}}
	for _, d := range strings.Split(*trainOn, ",") {
		if d != "" {
			sources = append(sources, source{d, 1000, false})
		}
	}
	for _, d := range strings.Split(*testOn, ",") {
		if d != "" {
			sources = append(sources, source{d, 1000, true})
		}
	}
	r, err := run.New()
	if err != nil {
		panic(err)
	}
	reader, err := extract.New()
	if err != nil {
		panic(err)
	}
	var train, test []example
	for _, x := range told(r) {
		deeds, _ := reader.Deeds(context.Background(), x.doc, x.ann)
		for _, d := range deeds {
			train = append(train, example{x.set, x.report, x.real, d.Signs})
		}
	}
	for _, s := range sources {
		list, err := read(r, reader, s)
		if err != nil {
			fmt.Fprintln(os.Stderr, s.dir, err)
			continue
		}
		if s.test {
			test = append(test, list...)
		} else {
			train = append(train, list...)
		}
	}
	const folds = 5
	var held []scored
	for fold := range folds {
		var rest, out []example
		for _, x := range train {
			if foldOf(x.report, folds) == fold {
				out = append(out, x)
			} else {
				rest = append(rest, x)
			}
		}
		m := earnest.NewModel(weightsOf(rest, o, *weight))
		for _, x := range out {
			held = append(held, scored{x, m.Chance(x.signs)})
		}
	}
	fmt.Println("== cross-validated")
	report(held)
	w := weightsOf(train, o, *weight)
	m := earnest.NewModel(w)
	var tests []scored
	for _, x := range test {
		tests = append(tests, scored{x, m.Chance(x.signs)})
	}
	fmt.Println("== test")
	report(tests)
	for _, x := range append(held, tests...) {
		if *show != "" && strings.Contains(*show, x.set) {
			fmt.Printf("%.3f %v %s\n", x.chance, x.real, x.report)
		}
	}
	if *out != "" {
		var lines []string
		for k, v := range w {
			lines = append(lines, fmt.Sprintf("%s\t%.2f", k, v))
		}
		slices.Sort(lines)
		os.WriteFile(filepath.Join(*out, "weights.tsv"), []byte(strings.Join(lines, "\n")+"\n"), 0o644)
	}
}

type scored struct {
	example
	chance float64
}

// report prints for each set and kind how many reports have an account left at a bound.
func report(list []scored) {
	bounds := []float64{0, .02, .05, .1, .15, .2, .3, .4, .5, .6, .7}
	best := map[string]map[string]float64{}
	lost := map[string]map[string]float64{}
	for _, x := range list {
		k := fmt.Sprintf("%s %v", x.set, x.real)
		if best[k] == nil {
			best[k] = map[string]float64{}
			lost[k] = map[string]float64{}
		}
		best[k][x.report] = math.Max(best[k][x.report], x.chance)
	}
	var keys []string
	for k := range best {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	fmt.Printf("%-40s", "reports with an account left at")
	for _, b := range bounds {
		fmt.Printf("%6.2f", b)
	}
	fmt.Println()
	for _, k := range keys {
		fmt.Printf("%-40s", k)
		for _, b := range bounds {
			n := 0
			for _, c := range best[k] {
				if c > b {
					n++
				}
			}
			fmt.Printf("%6d", n)
		}
		fmt.Println()
		acc := 0
		left := make([]int, len(bounds))
		for _, x := range list {
			if fmt.Sprintf("%s %v", x.set, x.real) != k {
				continue
			}
			acc++
			for i, b := range bounds {
				if x.chance > b {
					left[i]++
				}
			}
		}
		fmt.Printf("%40s", "accounts ")
		for _, n := range left {
			fmt.Printf("%6d", n)
		}
		fmt.Println()
	}
}

const table = "earnest"

func weightsOf(list []example, o learn.Options, weight int) map[string]float64 {
	var examples []learn.Example
	for _, x := range list {
		e := learn.Example{Question: gist.Question{Name: table}, Right: []bool{x.real, !x.real}}
		e.Options = []gist.Option{learn.Option("real", table, without(x.signs)), learn.Option("not", table, nil)}
		n := 1
		if !x.real {
			n = weight
		}
		for range n {
			examples = append(examples, e)
		}
	}
	return learn.Train(examples, o)[table]
}

func read(r *run.Runner, reader *extract.Reader, s source) ([]example, error) {
	c, err := eval.Open(s.dir)
	if err != nil {
		return nil, err
	}
	sifted, err := r.Sift(context.Background(), c)
	if err != nil {
		return nil, err
	}
	if c.Task == "unlabelled" {
		sifted = r.Cleaned(c)
	}
	n := 0
	var out []example
	all := 0
	for i, x := range sifted {
		if len(sifted) > s.most && i%(len(sifted)/s.most+1) != 0 {
			continue
		}
		n++
		if !x.Relevant {
			all++
		}
		if c.Task == "templates" && !x.Relevant {
			continue
		}
		doc, ann := r.AnnotatedReport(x.Report)
		deeds, err := reader.Deeds(context.Background(), doc, ann)
		if err != nil {
			return nil, err
		}
		for _, d := range deeds {
			out = append(out, example{c.Set, x.Report.ExternalID, x.Relevant, d.Signs})
		}
	}
	fmt.Printf("%s: %d reports (%d no violence), %d accounts\n", c.Set, n, all, len(out))
	return out, nil
}

func foldOf(report string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte(report))
	return int(h.Sum32()>>3) % folds
}

func without(signs []weigh.Feature) []weigh.Feature {
	drop := os.Getenv("DROP")
	if drop == "" {
		return signs
	}
	return slices.DeleteFunc(slices.Clone(signs), func(f weigh.Feature) bool { return strings.HasPrefix(f.Name, drop) })
}

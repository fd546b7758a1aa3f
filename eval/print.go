package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// PrintTable writes results as an aligned table, a line for each metric.
func PrintTable(w io.Writer, results []Result) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "set\tsplit\tmetric\tvalue\t95 %\tn")
	for _, r := range results {
		for _, m := range r.Metrics {
			fmt.Fprintf(table, "%s\t%s\t%s\t%.3f\t%.3f to %.3f\t%d\n", r.Set, r.Split, m.Name, m.Value, m.Low, m.High, m.N)
		}
	}
	return table.Flush()
}

type metricJSON struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	N     int     `json:"n"`
}

type resultJSON struct {
	Set     string                `json:"set"`
	Split   string                `json:"split"`
	Metrics map[string]metricJSON `json:"metrics"`
	Bins    []Bin                 `json:"bins,omitempty"`
}

// PrintJSON writes each result as one line of JSON.
func PrintJSON(w io.Writer, results []Result) error {
	lines := json.NewEncoder(w)
	for _, r := range results {
		if err := lines.Encode(lineOf(r)); err != nil {
			return err
		}
	}
	return nil
}

func lineOf(r Result) resultJSON {
	line := resultJSON{Set: r.Set, Split: r.Split, Metrics: map[string]metricJSON{}}
	for _, m := range r.Metrics {
		line.Metrics[m.Name] = metricJSON{m.Value, m.Low, m.High, m.N}
	}
	return line
}

// PrintBins writes a reliability diagram: a line for each bin, with a bar of
// the share that is right and a mark where the share that is said stands.
func PrintBins(w io.Writer, bins []Bin) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "fact\theld\tclaims\tsaid\tright\t0        1")
	for _, b := range bins {
		fmt.Fprintf(table, "%s\t%.1f to %.1f\t%d\t%.2f\t%.2f\t%s\n", b.Fact, b.Low, b.High, b.N, b.Said, b.Right, bar(b))
	}
	return table.Flush()
}

// bar is ten steps wide.
func bar(b Bin) string {
	const width = 10
	out := []byte(strings.Repeat("=", int(b.Right*width+0.5)) + strings.Repeat(" ", width))[:width]
	out[min(int(b.Said*width), width-1)] = '|'
	return strings.TrimRight(string(out), " ")
}

// PrintBinsJSON writes a result with its bins as one line of JSON.
func PrintBinsJSON(w io.Writer, r Result, bins []Bin) error {
	line := lineOf(r)
	line.Bins = bins
	return json.NewEncoder(w).Encode(line)
}

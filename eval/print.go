package eval

import (
	"encoding/json"
	"fmt"
	"io"
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
}

// PrintJSON writes each result as one line of JSON.
func PrintJSON(w io.Writer, results []Result) error {
	lines := json.NewEncoder(w)
	for _, r := range results {
		line := resultJSON{r.Set, r.Split, map[string]metricJSON{}}
		for _, m := range r.Metrics {
			line.Metrics[m.Name] = metricJSON{m.Value, m.Low, m.High, m.N}
		}
		if err := lines.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

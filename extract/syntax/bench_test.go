package syntax

import (
	"strings"
	"testing"

	dateline "github.com/opendateline/dateline"
)

const benchParagraph = `A suicide bomber detonated a car laden with explosives outside a hotel in Harvashan on Tuesday, killing at least 12 people and wounding 20 others, police said. Brig. Gen. Osei Said, a spokesman for the army, told reporters that about 1,200 fighters of the group had attacked the town of Marvesk. “We don't know who did it,” he said. “It is terrible.” Two policemen were shot dead by unidentified gunmen near the market, according to officials. The militants, who were armed with AK-47s, abducted three aid workers.

`

func benchReport() *dateline.Report {
	return &dateline.Report{Text: strings.Repeat(benchParagraph, 6)}
}

func BenchmarkSegment(b *testing.B) {
	bench(b, mustParser(b).Segment)
}

func BenchmarkParse(b *testing.B) {
	bench(b, mustParser(b).Parse)
}

func bench(b *testing.B, run func(*dateline.Report) *dateline.Document) {
	r := benchReport()
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range run(r).Sentences {
			tokens += len(s.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

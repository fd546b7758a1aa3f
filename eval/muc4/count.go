package muc4

import "math"

// Counts sums the judgements of a row of the score report.
type Counts struct {
	Correct, Partial, Incorrect, Spurious, Missing, NonCommittal int
}

func (c *Counts) add(o Counts) {
	c.Correct += o.Correct
	c.Partial += o.Partial
	c.Incorrect += o.Incorrect
	c.Spurious += o.Spurious
	c.Missing += o.Missing
	c.NonCommittal += o.NonCommittal
}

// Possible is the number of fills of the key that count.
func (c Counts) Possible() int { return c.Correct + c.Partial + c.Incorrect + c.Missing }

// Actual is the number of fills of the system.
func (c Counts) Actual() int { return c.Correct + c.Partial + c.Incorrect + c.Spurious }

// Recall, Precision and Overgeneration are shares between 0 and 1; 0 where
// there is nothing to divide by.
func (c Counts) Recall() float64         { return ratio(c.credit(), float64(c.Possible())) }
func (c Counts) Precision() float64      { return ratio(c.credit(), float64(c.Actual())) }
func (c Counts) Overgeneration() float64 { return ratio(float64(c.Spurious), float64(c.Actual())) }

// F is the balanced harmonic mean of precision and recall.
func (c Counts) F() float64 { return FMeasure(c.Precision(), c.Recall(), 1) }

func (c Counts) credit() float64 { return float64(c.Correct) + 0.5*float64(c.Partial) }

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// FMeasure weighs recall beta times as much as precision.
func FMeasure(precision, recall, beta float64) float64 {
	b := beta * beta
	return ratio((b+1)*precision*recall, b*precision+recall)
}

// Percent rounds a share to a whole number of percent, as the reports of 1992
// print it.
func Percent(share float64) int { return int(math.Round(share * 100)) }

// Package assign pairs two sets one to one so that the pairs together weigh
// most. Every scorer that has to decide which answer stands for which gold
// item (templates, fills, entities) decides it here, and exactly.
package assign

import "math"

// Max gives for each row the column it is paired with, or -1. No column is
// used twice, pairs of weight 0 or less are left out, and the sum of the
// weights is the greatest possible. Among equal sums the result is always the
// same. All rows must have the same length.
func Max(weights [][]float64) []int {
	rows := len(weights)
	pairs := make([]int, rows)
	for i := range pairs {
		pairs[i] = -1
	}
	if rows == 0 || len(weights[0]) == 0 {
		return pairs
	}
	size := max(rows, len(weights[0]))
	for column, row := range hungarian(size, cost(weights)) {
		if row < rows && column < len(weights[0]) && weights[row][column] > 0 {
			pairs[row] = column
		}
	}
	return pairs
}

// Weight sums the weights of the pairs.
func Weight(weights [][]float64, pairs []int) float64 {
	sum := 0.0
	for row, column := range pairs {
		if column >= 0 {
			sum += weights[row][column]
		}
	}
	return sum
}

func cost(weights [][]float64) func(row, column int) float64 {
	return func(row, column int) float64 {
		if row >= len(weights) || column >= len(weights[row]) {
			return 0
		}
		return -math.Max(0, weights[row][column])
	}
}

// hungarian solves the square assignment problem of least cost by shortest
// augmenting paths with potentials (Kuhn 1955, Munkres 1957; O(n³)). The
// result gives the row of each column.
func hungarian(n int, cost func(row, column int) float64) []int {
	// Row and column 0 are auxiliary: rows and columns count from 1.
	rowPotential, columnPotential := make([]float64, n+1), make([]float64, n+1)
	rowOf := make([]int, n+1)
	for row := 1; row <= n; row++ {
		rowOf[0] = row
		column, cameFrom := freeColumn(n, cost, rowOf, rowPotential, columnPotential)
		for column != 0 {
			rowOf[column] = rowOf[cameFrom[column]]
			column = cameFrom[column]
		}
	}
	result := make([]int, n)
	for column := range result {
		result[column] = rowOf[column+1] - 1
	}
	return result
}

// freeColumn finds the cheapest alternating path from rowOf[0] to a column
// without a row, and adjusts the potentials on the way.
func freeColumn(n int, cost func(row, column int) float64, rowOf []int, rowPotential, columnPotential []float64) (int, []int) {
	least, cameFrom, seen := make([]float64, n+1), make([]int, n+1), make([]bool, n+1)
	for column := range least {
		least[column] = math.Inf(1)
	}
	column := 0
	for rowOf[column] != 0 {
		seen[column] = true
		row, next, step := rowOf[column], 0, math.Inf(1)
		for other := 1; other <= n; other++ {
			if seen[other] {
				continue
			}
			if reduced := cost(row-1, other-1) - rowPotential[row] - columnPotential[other]; reduced < least[other] {
				least[other], cameFrom[other] = reduced, column
			}
			if least[other] < step {
				step, next = least[other], other
			}
		}
		for other := 0; other <= n; other++ {
			if seen[other] {
				rowPotential[rowOf[other]] += step
				columnPotential[other] -= step
			} else {
				least[other] -= step
			}
		}
		column = next
	}
	return column, cameFrom
}

package learn

import "hash/fnv"

// Fold puts all examples of a report into one of so many folds.
func Fold(report string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte(report))
	return int(h.Sum32()>>3) % folds
}

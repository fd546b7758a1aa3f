package family

import (
	_ "embed"
	"strings"
)

//go:embed stock.txt
var stockText string

// phrases holds stock phrases by the hash of their first word.
type phrases map[uint64][][]uint64

var stock = readPhrases(stockText)

func readPhrases(text string) phrases {
	out := phrases{}
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		var hashes []uint64
		for _, w := range strings.Fields(line) {
			hashes = append(hashes, hashWord(w))
		}
		out[hashes[0]] = append(out[hashes[0]], hashes)
	}
	return out
}

// markStock marks the words that stand in a stock phrase.
func markStock(words []word, list phrases) {
	for i := range words {
		for _, p := range list[words[i].hash] {
			if startsWith(words[i:], p) {
				for k := range p {
					words[i+k].stock = true
				}
			}
		}
	}
}

func startsWith(words []word, p []uint64) bool {
	if len(words) < len(p) {
		return false
	}
	for k, h := range p {
		if words[k].hash != h || k > 0 && words[k].hole {
			return false
		}
	}
	return true
}

package learn

import (
	"fmt"
	"strings"

	"github.com/opendateline/dateline/extract/syntax/internal/model"
)

// Truecase trains the truecaser on texts in mixed case and writes
// truecase.bin. Every tenth sentence is held out for the score that it prints.
func Truecase(o Options) error {
	sentences, err := corpus(o)
	if err != nil {
		return err
	}
	learner := model.NewLearner(len(model.CaseNames))
	clusters := o.clusters()
	caser := model.NewTruecaser(learner, clusters)
	var b model.Buffer
	for epoch := range 2 {
		for _, i := range shuffled(newRand(uint64(epoch)), len(sentences)) {
			if i%10 != 0 && i%3 != 0 && mixedCase(sentences[i]) {
				caser.Learn(learner, &b, nil, sentences[i], true)
			}
		}
	}
	file := learner.Encode(model.CaseNames, 4)
	linear, err := model.OpenLinear(file)
	if err != nil {
		return err
	}
	caser = model.NewTruecaser(linear, clusters)
	seen, right := 0, 0
	for i := 0; i < len(sentences); i += 10 {
		if mixedCase(sentences[i]) {
			n, k := caser.Learn(nil, &b, nil, sentences[i], false)
			seen, right = seen+n, right+k
		}
	}
	fmt.Printf("truecase: %d held-out words, %.2f %% right\n", seen, 100*float64(right)/float64(max(seen, 1)))
	return o.write("truecase.bin", file)
}

// mixedCase leaves out headlines in capitals, where case tells nothing.
func mixedCase(forms []string) bool {
	lower, words := 0, 0
	for _, form := range forms {
		if c := form[0] | 32; c >= 'a' && c <= 'z' {
			words++
			if strings.ToLower(form) == form {
				lower++
			}
		}
	}
	return words >= 5 && lower*2 >= words
}

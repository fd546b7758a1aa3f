package learn

import "github.com/opendateline/dateline/extract/syntax/internal/model"

// Habits tags and parses the corpus, counts what the models decide and writes
// habits.bin: what was decided at least a hundred times, in 995 of 1,000 the same
// way.
func Habits(o Options) error {
	sentences, err := corpus(o)
	if err != nil {
		return err
	}
	habits := model.NewHabits()
	m, err := openModels(o, habits)
	if err != nil {
		return err
	}
	var tree model.Tree
	var words []model.Word
	for _, forms := range sentences {
		if mixedCase(forms) {
			words = m.analyse(&tree, words, forms)
		}
	}
	return o.write("habits.bin", habits.Encode(100, .005))
}

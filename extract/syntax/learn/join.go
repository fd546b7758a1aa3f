package learn

// joinWhole joins the gold tokens that the tokeniser of package syntax keeps
// as one (al-Zawahiri, ISIS-K), so that the models meet them as they will be.
func (s *Sentence) joinWhole() {}

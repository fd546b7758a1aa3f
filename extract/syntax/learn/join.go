package learn

import (
	"strings"

	"github.com/opendateline/dateline/extract/syntax"
)

// joinWhole joins the gold tokens that the tokeniser of package syntax keeps
// as one (al-Zawahiri, ISIS-K), so that the models meet them as they will be.
func (s *Sentence) joinWhole() {
	group := make([]int, len(s.Forms)) // index of the first token of the group
	for i := range group {
		group[i] = i
	}
	joins := false
	for _, cut := range syntax.Cut(s.Text) {
		if !strings.Contains(s.Text[cut[0]:cut[1]], "-") {
			continue
		}
		first := -1
		for i, start := range s.Start {
			if start < cut[0] || start+len(s.Forms[i]) > cut[1] {
				continue
			}
			if first < 0 {
				first = i
			} else {
				joins = true
			}
			group[i] = first
		}
	}
	if joins {
		s.regroup(group)
	}
}

// regroup makes one token of each group of adjacent tokens. The group's head
// is the first of its tokens that hangs on a token outside.
func (s *Sentence) regroup(group []int) {
	old := *s
	place := make([]int, len(group)) // new index of each old token
	*s = Sentence{Text: old.Text, Document: old.Document, Paragraph: old.Paragraph}
	for i := 0; i < len(group); {
		end := i + 1
		for end < len(group) && group[end] == group[i] {
			end++
		}
		top := i
		for k := i; k < end; k++ {
			place[k] = len(s.Forms)
			if h := old.Heads[k]; (h < i || h >= end) && (old.Heads[top] >= i && old.Heads[top] < end) {
				top = k
			}
		}
		form, lemma, tag := strings.Join(old.Forms[i:end], ""), old.Lemmas[top], old.Tags[top]
		if end > i+1 {
			lemma = strings.ToLower(form)
			if strings.Contains(strings.Join(old.Tags[i:end], " "), "NNP|PROPN") {
				tag = "NNP|PROPN"
			}
		}
		s.Forms, s.Start, s.Lemmas = append(s.Forms, form), append(s.Start, old.Start[i]), append(s.Lemmas, lemma)
		s.Tags, s.Heads, s.Rels = append(s.Tags, tag), append(s.Heads, old.Heads[top]), append(s.Rels, old.Rels[top])
		i = end
	}
	for i, h := range s.Heads {
		if h >= 0 {
			s.Heads[i] = place[h]
		}
	}
}

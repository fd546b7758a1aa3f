package main

import (
	"context"
	_ "embed"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/train/told"
)

//go:embed seen.txt
var seenTXT string

// unfamiliar is the set of which the reports of seen.txt are learned from.
const unfamiliar = "eval/unfamiliar/eighth"

// unseen is the set that is only measured: the bound was chosen by it.
const unseen = "eval/unfamiliar/tenth"

// corpora to learn from, each with how many of its reports at most, so that none sets
// the tone.
var corpora = []struct {
	dir  string
	most int
}{{"gva_violent_corpus/train", 400}, {"hrdsattack/train", 300}, {"wikievents/train", 160}, {"ecbplus/train", 500}, {"muc34/dev", 300}, {"fa_kes/dev", 200}, {"geovirus/dev", 300}, {"giveme5w1h/dev", 200}}

func names() []string {
	out := []string{"train/told", unfamiliar + " (train/earnest/seen.txt)"}
	for _, c := range corpora {
		out = append(out, c.dir)
	}
	return out
}

type source struct {
	ctx    context.Context
	runner *run.Runner
	reader *extract.Reader
	data   string
}

// accounts are all accounts to learn from.
func (s source) accounts() ([]account, error) {
	out, err := s.told()
	if err != nil {
		return nil, err
	}
	for _, c := range corpora {
		some, err := s.corpus(filepath.Join(s.data, c.dir), c.most, func(string) bool { return true })
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	seen := strings.Fields(seenTXT)
	some, err := s.corpus(unfamiliar, len(seen), func(id string) bool { return slices.Contains(seen, id) })
	if err != nil {
		return nil, err
	}
	measured, err := s.corpus(unseen, 1000, func(string) bool { return true })
	for i := range measured {
		measured[i].unseen = true
	}
	return slices.Concat(out, some, measured), err
}

// told are the accounts of the short reports that were written to learn from.
func (s source) told() (out []account, err error) {
	for _, r := range told.Reports() {
		doc, ann := s.runner.Annotated(r.Report)
		some, err := s.read("told", r.ID, r.Serious, doc, ann)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// corpus are the accounts of every so many of the reports wanted of which it is known
// whether they tell of violence.
func (s source) corpus(dir string, most int, wanted func(id string) bool) ([]account, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	reports, err := s.judged(c)
	if err != nil {
		return nil, err
	}
	reports = slices.DeleteFunc(reports, func(x run.Sifted) bool { return !wanted(x.Report.ExternalID) })
	var out []account
	for i, x := range reports {
		if len(reports) > most && i%(len(reports)/most+1) != 0 || c.Task == "templates" && !x.Relevant {
			continue
		}
		doc, ann := s.runner.AnnotatedReport(x.Report)
		some, err := s.whole(c.Set, x.Report.ExternalID, x.Relevant, doc, ann)
		if err != nil {
			return nil, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// whole reads a report, and its first sentence as if it were all: a brief says little, and
// nothing around the account speaks for it.
func (s source) whole(set, report string, real bool, doc *dateline.Document, ann extract.Annotations) ([]account, error) {
	out, err := s.read(set, report, real, doc, ann)
	if err != nil {
		return nil, err
	}
	brief, ann := s.runner.Annotated(eval.Report{ID: report, Text: opening(doc)})
	more, err := s.read(set+", in brief", report, real, brief, ann)
	return append(out, more...), err
}

// opening is the first sentence of a report behind its headline.
func opening(doc *dateline.Document) string {
	for _, s := range doc.Sentences {
		if s.Role != dateline.RoleHeadline {
			return doc.Report.Text[s.Start:s.End]
		}
	}
	return ""
}

// judged are the reports of a corpus with whether they tell of violence; reports on a
// war that nobody judged do.
func (s source) judged(c *eval.Corpus) ([]run.Sifted, error) {
	if c.Task == "unlabelled" {
		return s.runner.Cleaned(c)
	}
	return s.runner.Sift(s.ctx, c)
}

func (s source) read(set, report string, real bool, doc *dateline.Document, ann extract.Annotations) ([]account, error) {
	deeds, err := s.reader.Deeds(s.ctx, doc, ann)
	out := make([]account, len(deeds))
	for i, d := range deeds {
		out[i] = account{set: set, report: report, real: real, signs: d.Signs}
	}
	return out, err
}

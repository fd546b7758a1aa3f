package run

import (
	"context"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/link/story"
)

// stories groups all reports of a corpus by the story they tell.
func (r *Runner) stories(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.StoryRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	reports, err := each(ctx, c, func(_ context.Context, in eval.Report) (*dateline.Report, error) {
		report, err := r.stages.Clean.Clean(raw(in))
		if err != nil {
			return nil, err
		}
		report.ExternalID = in.ID
		return report, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	var predicted []eval.StoryRow
	told := storiesOf(reports)
	for _, r := range reports {
		predicted = append(predicted, eval.StoryRow{Report: r.ExternalID, Story: told[r.ExternalID]})
	}
	return eval.ScoreStories(gold, predicted), nil
}

// storiesOf names the story of each report by its id in the corpus.
func storiesOf(reports []*dateline.Report) map[string]string {
	out := map[string]string{}
	for n, group := range story.Group(reports, story.Default) {
		for _, i := range group {
			out[reports[i].ExternalID] = strconv.Itoa(n)
		}
	}
	return out
}

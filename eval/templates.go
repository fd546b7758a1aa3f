package eval

import "github.com/opendateline/dateline/eval/muc4"

// ScoreTemplates scores templates: all_templates_p, _r, _f as in 1992, gtt_f1
// (whole templates) and ree_f1 (role fillers) as in the literature of today, the
// role filler F1 of each role (role.NAME_f1), the F of each slot (slot.NAME_f),
// and text_filtering_f.
func ScoreTemplates(key, answers []muc4.Template) Result {
	messages := muc4.Messages(key, answers)
	slots := map[muc4.Slot][]tally{}
	roles := map[muc4.Role][]tally{}
	var all, whole, fillers, filtering []tally
	for _, m := range messages {
		score, pooled := m.Score(), m.RoleFillers()
		all = append(all, countsTally(score.AllTemplates))
		filtering = append(filtering, countsTally(score.TextFiltering))
		whole = append(whole, hitsTally(m.Templates().Total()))
		fillers = append(fillers, hitsTally(pooled.Total()))
		for slot := muc4.FirstScored; slot <= muc4.HumTotal; slot++ {
			slots[slot] = append(slots[slot], countsTally(score.Slots[slot]))
		}
		for _, role := range muc4.Roles {
			roles[role] = append(roles[role], hitsTally(pooled.Roles[role]))
		}
	}
	list := append(prf("all_templates", all), summed("gtt_f1", whole, f1), summed("ree_f1", fillers, f1), summed("text_filtering_f", filtering, f1))
	for _, role := range muc4.Roles {
		list = append(list, summed("role."+role.String()+"_f1", roles[role], f1))
	}
	for slot := muc4.FirstScored; slot <= muc4.HumTotal; slot++ {
		list = append(list, summed("slot."+slot.Row()+"_f", slots[slot], f1))
	}
	return result(len(messages), list)
}

func countsTally(c muc4.Counts) tally {
	return hit(float64(c.Correct)+float64(c.Partial)/2, float64(c.Actual()), float64(c.Possible()))
}

func hitsTally(h muc4.Hits) tally {
	return hit(float64(h.Right), float64(h.Answers), float64(h.Gold))
}

package main

import (
	"os"
	"path/filepath"

	"github.com/opendateline/dateline"
)

type configCmd struct {
	Get configGetCmd `cmd:"" default:"withargs" help:"One value or all, with where each comes from."`
}

type configGetCmd struct {
	Key string `arg:"" optional:"" help:"store, preset, color, plain, pager, limit, time, person."`
}

// setting is one value with where it comes from.
type setting struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	From  string `json:"from"`
}

func (c configGetCmd) Run(a *app) error {
	all := a.settings()
	if c.Key != "" {
		var keys []string
		for _, s := range all {
			if keys = append(keys, s.Key); s.Key == c.Key {
				all = []setting{s}
			}
		}
		if len(all) != 1 {
			return dateline.Errorf(dateline.Invalid, "no setting %q%s", c.Key, suggestion(c.Key, keys, "", "Settings: "+list(keys)))
		}
	}
	return listing(a, []column[setting]{
		{name: "key", show: func(s setting) string { return s.Key }},
		{name: "value", show: func(s setting) string { return s.Value }},
		{name: "from", show: func(s setting) string { return s.From }},
	}, all)
}

// settings are what flags and the environment can change, as they hold now.
func (a *app) settings() []setting {
	dir, from := a.storeDir(), "the user's data folder"
	switch {
	case a.global.Store != "":
		from = "--store"
	case a.env("DATELINE_STORE") != "":
		from = "DATELINE_STORE"
	case filepath.Base(dir) == ".dateline":
		from = "the nearest .dateline upwards"
	}
	if _, err := os.Stat(dir); err != nil {
		from += " (no store there yet)"
	}
	out := []setting{{"store", dir, from}}
	add := func(key, value, usual, flag string, variables ...string) {
		s := setting{key, value, flag}
		if value == usual {
			s.From = "default"
		}
		for _, v := range variables {
			if a.env(v) != "" && s.From == "default" {
				s.From = v
			}
		}
		out = append(out, s)
	}
	add("preset", a.global.Preset, "dateline-1", "--preset")
	add("color", a.global.Color, "auto", "--color", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE")
	plain := "no"
	if a.plain() {
		plain = "yes"
	}
	if from := "--plain"; a.global.Plain || !a.plain() {
		add("plain", plain, "no", from)
	} else {
		add("plain", plain, "no", "ACCESSIBLE")
	}
	pager := a.env("PAGER")
	if pager == "" {
		pager = "less"
	}
	add("pager", pager, "less", "PAGER")
	limit := "50 on a terminal, all in a pipe"
	if a.global.Limit != nil {
		limit = itoa(*a.global.Limit)
	}
	add("limit", limit, "50 on a terminal, all in a pipe", "--limit")
	add("time", a.global.Time, "utc", "--time")
	add("person", person{}.name(a), "unnamed", "USER")
	return out
}

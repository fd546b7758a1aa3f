package lexicon

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestTablesAreClosed: every act, means and flag in the tables is one of the
// closed sets of domain §2.1.
func TestTablesAreClosed(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	acts := map[dateline.Act]bool{dateline.Attack: true, dateline.Clash: true, dateline.Abduction: true, dateline.HostageSiege: true,
		dateline.Hijacking: true, dateline.SexualViolence: true, dateline.IllTreatment: true, dateline.PropertyDamage: true, dateline.Riot: true,
		dateline.ProtestRepressed: true}
	flags := map[dateline.Flag]bool{dateline.FlagSuicide: true, dateline.FlagAttempted: true}
	roles := map[Role]bool{Event: true, Harm: true, Device: true, Perpetrator: true, Soft: true}
	for _, list := range l.triggers {
		for _, tr := range list {
			if !acts[tr.Act] || !roles[tr.Role] {
				t.Errorf("trigger %v: act %q, role %q", tr.Words, tr.Act, tr.Role)
			}
			for _, m := range tr.Means {
				if (dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{m}}).Words() == "attack" && !unlabelled[m] {
					t.Errorf("trigger %v: means %q is not in the closed set", tr.Words, m)
				}
			}
			for _, f := range tr.Flags {
				if !flags[f] {
					t.Errorf("trigger %v: flag %q", tr.Words, f)
				}
			}
		}
	}
}

// unlabelled are means that TAX-6 gives no words of their own.
var unlabelled = map[dateline.Means]bool{dateline.CBRN: true, dateline.VehicleRamming: true, dateline.Unarmed: true, dateline.Incendiary: true,
	dateline.CrowdControl: true}

func TestLongestTriggerWins(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	tokens := []dateline.Token{{Lemma: "suicide", POS: "NOUN"}, {Lemma: "car", POS: "NOUN"}, {Lemma: "bomb", POS: "NOUN"}}
	tr, width, ok := l.Trigger(tokens, 0)
	if !ok || width != 3 || tr.Means[0] != dateline.SuicideVehicle {
		t.Errorf("got %v over %d tokens", tr, width)
	}
	verb := []dateline.Token{{Lemma: "blow", POS: "VERB"}, {Lemma: "the", POS: "DET"}, {Lemma: "bridge", POS: "NOUN"}, {Lemma: "up", POS: "ADP"}}
	if tr, width, ok = l.Trigger(verb, 0); !ok || width != 4 || tr.Words[1] != "up" {
		t.Errorf("particle: got %v over %d tokens", tr, width)
	}
}

// Every class that a rule can ask for has words, and every line of the table is
// asked for.
func TestClassesHaveWords(t *testing.T) {
	l, err := English()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("class.go")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[Class]bool{}
	for _, classes := range l.classes {
		for _, c := range classes {
			listed[c] = true
		}
	}
	named := map[Class]bool{}
	for _, m := range regexp.MustCompile(`Class = "(.+)"`).FindAllStringSubmatch(string(source), -1) {
		named[Class(m[1])] = true
		if !listed[Class(m[1])] {
			t.Errorf("class %s has no words", m[1])
		}
	}
	for c := range listed {
		if !named[c] {
			t.Errorf("class %s of the table has no name in class.go", c)
		}
	}
}

// TestEveryKeyOnce: of two rows of one key the later would silently replace the
// first. A trigger or a word of harm may stand once for each part of speech.
func TestEveryKeyOnce(t *testing.T) {
	tables, err := filepath.Glob("data/*.tsv")
	if err != nil || len(tables) < 8 {
		t.Fatal(tables, err)
	}
	for _, name := range tables {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		columns := 1
		if strings.HasSuffix(name, "triggers.tsv") || strings.HasSuffix(name, "harm.tsv") {
			columns = 2
		}
		seen := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if strings.HasPrefix(line, "#") || len(fields) < 2 {
				continue
			}
			key := strings.Join(fields[:columns], " ")
			if seen[key] {
				t.Errorf("%s: %q twice", name, key)
			}
			seen[key] = true
		}
	}
}

package muc4

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func attack(message, kind string, add func(*Template)) Template {
	t := Template{Message: message, Number: 1}
	t.Add(IncidentType, kind, "")
	add(&t)
	return t
}

// Key: a bombing with weapons {truck bomb | bomb} and victims Ana Paz (a
// clerk) and Luis Rey; and an attack by {gunmen}.
// Answers: one bombing with weapon "bomb", victims "the clerk" and "passers-by",
// target "bridge".
//
// Templates: bombing is mapped to bombing. Right: the type, the weapon, the
// clerk (a string of Ana Paz) = 3. Answers: type, weapon, 2 victims, target = 5.
// Gold: type, weapon, 2 victims + type, perpetrator = 6.
// P 3/5, R 3/6, F = 2*3/(5+6) = 6/11.
//
// Role fillers: no types. Right 2 of 4 answers and of 4 gold entities.
func TestRoleScoresWorkedByHand(t *testing.T) {
	bombing := attack("M-1", "BOMBING", func(t *Template) {
		t.Fills[InstrumentID] = []Fill{{Values: []string{"TRUCK BOMB", "BOMB"}}}
		t.Add(HumName, "ANA PAZ", "")
		t.Add(HumName, "LUIS REY", "")
		t.Add(HumDescription, "CLERK", "ANA PAZ")
	})
	raid := attack("M-1", "ATTACK", func(t *Template) { t.Add(PerpIndividual, "GUNMEN", "") })
	answer := attack("M-1", "BOMBING", func(t *Template) {
		t.Add(InstrumentID, "BOMB", "")
		t.Add(HumDescription, "THE CLERK", "")
		t.Add(HumDescription, "PASSERS-BY", "")
		t.Add(PhysID, "BRIDGE", "")
	})
	messages := Messages([]Template{bombing, raid}, []Template{answer})
	if got, want := Count(messages, MessageTemplates.Templates).Total(), (Hits{3, 5, 6}); got != want {
		t.Errorf("templates %+v, want %+v", got, want)
	}
	if got, want := Count(messages, MessageTemplates.RoleFillers).Total(), (Hits{2, 4, 4}); got != want {
		t.Errorf("role fillers %+v, want %+v", got, want)
	}
}

// The key's template has five fills: date, type, stage, victim and her fate.
// The answer gives another date (incorrect), the type and the stage (correct),
// the victim without her first name (partial), her fate tied to that string
// (partial), and a weapon that the key lacks (spurious). A second key template
// has two fills and no answer: missing, 2.
// Correct 2, partial 2, incorrect 1, spurious 1, missing 2.
// R = (2+1)/7, P = (2+1)/6.
func TestTheScoreOf1992WorkedByHand(t *testing.T) {
	first := attack("M-1", "ATTACK", func(t *Template) {
		t.Add(Date, "11 MAY 85", "")
		t.Add(Stage, "ACCOMPLISHED", "")
		t.Add(HumName, "ANA PAZ", "")
		t.Add(HumEffect, "DEATH", "ANA PAZ")
	})
	second := attack("M-1", "ARSON", func(t *Template) { t.Add(PhysID, "MILL", "") })
	optional := attack("M-1", "ROBBERY", func(t *Template) { t.Optional = true })
	answer := attack("M-1", "ATTACK", func(t *Template) {
		t.Add(Date, "02 JAN 85", "")
		t.Add(Stage, "ACCOMPLISHED", "")
		t.Add(HumName, "PAZ", "")
		t.Add(HumEffect, "DEATH", "PAZ")
		t.Add(InstrumentID, "RIFLES", "")
	})
	got := Evaluate([]Template{first, second, optional}, []Template{answer}).AllTemplates
	got.NonCommittal = 0
	if want := (Counts{Correct: 2, Partial: 2, Incorrect: 1, Spurious: 1, Missing: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestJudgementsOfTheGuidelines(t *testing.T) {
	for _, c := range []struct {
		slot        Slot
		key, answer string
		want        Judgement
	}{
		{Date, "11 MAY 85 - 12 MAY 85", "12 MAY 85", Partial},
		{Date, "- 11 MAY 85", "10 MAY 85", Partial},
		{Date, "11 MAY 85", "- 11 MAY 85", Partial},
		{Date, "10 MAY 85", "- 11 MAY 85", Incorrect},
		{Location, "PERU: EL ALTO (TOWN)", "PERU", Partial},
		{Location, "PERU: EL ALTO (TOWN)", "CHILE: EL ALTO (TOWN)", Partial},
		{Location, "PERU: EL ALTO (TOWN)", "CHILE", Incorrect},
		{IncidentType, "BOMBING", "ATTACK", Partial},
		{IncidentType, "ATTACK", "BOMBING", Incorrect},
		{InstrumentType, `DYNAMITE: "-"`, `EXPLOSIVE: "STICKS"`, Partial},
		{InstrumentType, `GUN: "GUN"`, `GUN: "-"`, Partial},
		{HumNumber, `5 - 7: "CLERKS"`, `7: "CLERKS"`, Partial},
		{HumNumber, `~7: "CLERKS"`, `7: "CLERKS"`, Partial},
		{HumDescription, `"CLERKS"`, `"THE 3 CLERKS"`, Correct},
		{HumDescription, `"CLERKS"`, `"CLERKS, WHO WERE AT WORK"`, Partial},
		{HumName, `"ANA PAZ"`, `"PAZ"`, Partial},
		{HumEffect, `NO INJURY OR DEATH: "ANA PAZ"`, `NO DEATH: "ANA PAZ"`, Partial},
	} {
		key, _ := parseFill(c.slot, c.key)
		answer, _ := parseFill(c.slot, c.answer)
		if got := judge(c.slot, key, answer); got != c.want {
			t.Errorf("%s: key %s, answer %s: %d, want %d", c.slot.Label(), c.key, c.answer, got, c.want)
		}
	}
}

func TestRoleScoresOfTheSystemsOf1992(t *testing.T) {
	root := filepath.Join(shared(t), "data/muc34/tst3")
	key := readTemplates(t, filepath.Join(root, "key-tst3.v2"))
	var table strings.Builder
	table.WriteString("| system | template F1 | P | R | role filler F1 | P | R |\n|---|--:|--:|--:|--:|--:|--:|\n")
	for _, site := range []string{"GE", "GE-CMU", "UMASS", "SRI", "NYU"} {
		messages := Messages(key, readTemplates(t, filepath.Join(root, "responses", site)))
		whole := Count(messages, MessageTemplates.Templates).Total()
		fillers := Count(messages, MessageTemplates.RoleFillers).Total()
		fmt.Fprintf(&table, "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n", site, 100*whole.F(), 100*whole.Precision(),
			100*whole.Recall(), 100*fillers.F(), 100*fillers.Precision(), 100*fillers.Recall())
	}
	compareWithDocs(t, "muc4-roles", table.String())
}

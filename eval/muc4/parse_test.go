package muc4

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func TestFillsOfAKey(t *testing.T) {
	for _, c := range []struct {
		slot Slot
		text string
		want Fill
	}{
		{InstrumentID, `"TRUCK BOMB" / "BOMB"`, Fill{Values: []string{"TRUCK BOMB", "BOMB"}}},
		{InstrumentID, `"TRUCK BOMB"/"BOMB"`, Fill{Values: []string{"TRUCK BOMB", "BOMB"}}},
		{PerpIndividual, `? "\"LA SIERRA\" GROUP"`, Fill{Optional: true, Values: []string{`"LA SIERRA" GROUP`}}},
		{InstrumentType, `GUN: "-"`, Fill{Values: []string{"GUN"}, Refs: []string{"-"}}},
		{OrganizationConfidence, `(POSSIBLE / ACQUITTED): "A: B" / "C"`, Fill{Values: []string{"POSSIBLE", "ACQUITTED"}, Refs: []string{"A: B", "C"}}},
		{Category, `TERRORIST ACT / -`, Fill{Optional: true, Values: []string{"TERRORIST ACT"}}},
		{Date, `(- 11 MAY 85) / 11 MAY 85`, Fill{Values: []string{"- 11 MAY 85", "11 MAY 85"}}},
		{Location, `PERU: TRES RIOS (PORT/CITY): EL ALTO (SUBURB)`, Fill{Values: []string{"PERU: TRES RIOS (PORT/CITY): EL ALTO (SUBURB)"}}},
		{Location, `(PERU: EL ALTO (TOWN)) / (PERU)`, Fill{Values: []string{"PERU: EL ALTO (TOWN)", "PERU"}}},
		{HumNumber, `2 -: "CLERKS"`, Fill{Values: []string{"2 -"}, Refs: []string{"CLERKS"}}},
	} {
		if got, ok := parseFill(c.slot, c.text); !ok || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.text, got, c.want)
		}
	}
	for _, null := range []string{"-", "*"} {
		if _, ok := parseFill(PhysID, null); ok {
			t.Errorf("%q is no fill", null)
		}
	}
}

func TestWrittenTemplatesAreReadBack(t *testing.T) {
	bombing := Template{Message: "DEV-MUC3-9001", Number: 1, Optional: true}
	bombing.Add(Date, "- 11 MAY 85", "")
	bombing.Add(Location, "PERU: EL ALTO (TOWN)", "")
	bombing.Add(IncidentType, "BOMBING", "")
	bombing.Add(InstrumentID, `"HOME" BOMB`, "")
	bombing.Add(HumDescription, "CLERK", "ANA PAZ")
	bombing.Add(HumDescription, "TWO BYSTANDERS", "")
	want := []Template{bombing, {Message: "DEV-MUC3-9002", Irrelevant: true}}
	var file bytes.Buffer
	if err := Write(&file, want); err != nil {
		t.Fatal(err)
	}
	got, err := ParseTemplates(&file)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("read back %+v\nwant %+v", got, want)
	}
}

func TestAFillThatBreaksOffGoesOnInTheNextLine(t *testing.T) {
	got, err := ParseTemplates(strings.NewReader(`; a comment
0.  MESSAGE: ID			TST1-MUC3-9001 (TOWN, VILLAGE)
1.  MESSAGE: TEMPLATE     2
3.  INCIDENT: LOCATION    PERU: EL ALTO (TOWN):
                          TRES RIOS (SUBURB)
12. PHYS TGT: ID          "A LONG
                          BRIDGE"
                          "A TOWER"
`))
	if err != nil {
		t.Fatal(err)
	}
	one := got[0]
	if one.Message != "TST1-MUC3-9001" || one.Number != 2 {
		t.Errorf("head %q %d", one.Message, one.Number)
	}
	if place := one.Fills[Location][0].Values[0]; place != "PERU: EL ALTO (TOWN): TRES RIOS (SUBURB)" {
		t.Errorf("place %q", place)
	}
	if things := one.Fills[PhysID]; len(things) != 2 || things[0].Values[0] != "A LONG BRIDGE" {
		t.Errorf("things %+v", things)
	}
}

func TestMessagesAreSplitAtTheirIds(t *testing.T) {
	got, err := ParseMessages(strings.NewReader("DEV-MUC3-9001 (TOWN)\n\n   FIRST TEXT.\n\nDEV-MUC3-9002  (TOWN)\n   SECOND.\n"))
	want := []Message{{"DEV-MUC3-9001", "   FIRST TEXT."}, {"DEV-MUC3-9002", "   SECOND."}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%q %v", got, err)
	}
}

func FuzzParseTemplates(f *testing.F) {
	f.Add("0. MESSAGE: ID  A\n12. PHYS TGT: ID  ? (\"X\" / \"Y\\\"\"): \"Z\n")
	f.Fuzz(func(t *testing.T, text string) {
		if templates, err := ParseTemplates(strings.NewReader(text)); err == nil {
			if err := Write(&bytes.Buffer{}, templates); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func FuzzParseMessages(f *testing.F) {
	f.Add("DEV-MUC3-9001\n\n   TOWN, 1 MAY 90 -- [TEXT] A SHOT.\n\n\nDEV-MUC3-9002 (X)\n")
	f.Fuzz(func(t *testing.T, text string) {
		messages, err := ParseMessages(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, m := range messages {
			if m.ID == "" {
				t.Fatalf("%+v has no id", m)
			}
		}
	})
}

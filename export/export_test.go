package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

var update = flag.Bool("update", false, "write the golden files anew")

func ptr[T any](x T) *T { return &x }

// stated are figures as a test gives them, by preset; a preset without an
// entry keeps the record's own.
type stated map[string][]dateline.Figure

func (s stated) Under(preset string, r Record) ([]dateline.Figure, error) {
	if f, ok := s[preset]; ok {
		return f, nil
	}
	return r.Incident.Figures, nil
}

var files = []struct{ format, name string }{
	{"json", "incidents.json"}, {"jsonl", "incidents.jsonl"}, {"csv", "incidents.csv"}, {"geojson", "incidents.geojson"},
	{"acled", "acled.csv"}, {"ucdp-ged", "ucdp.csv"}, {"gtd", "gtd.csv"}, {"plover", "plover.jsonl"},
}

// run writes one format of records and gives the three files.
func run(t testing.TB, format string, o Options, records ...Record) (data, provenance, rejected string, s Summary) {
	t.Helper()
	f, err := Named(format)
	if err != nil {
		t.Fatal(err)
	}
	if o.Figures == nil {
		o.Figures = stated{}
	}
	var a, b, c bytes.Buffer
	s, err = f.Write(Files{&a, &b, &c}, Of(records...), o)
	if err != nil {
		t.Fatal(err)
	}
	return a.String(), b.String(), c.String(), s
}

// TestGolden holds every format to the files in testdata. Wide tables are kept
// one column a line so that they can be read.
func TestGolden(t *testing.T) {
	for _, f := range files {
		data, provenance, rejected, _ := run(t, f.format, Options{}, sample()...)
		switch filepath.Ext(f.name) {
		case ".csv":
			data = upright(t, data)
		default:
			data = indented(t, data)
		}
		golden(t, f.name, data)
		golden(t, strings.TrimSuffix(f.name, filepath.Ext(f.name))+"."+f.format+".rejected.csv", rejected)
		if f.format == "acled" {
			golden(t, "acled.provenance.jsonl", provenance)
		}
	}
}

// indented spreads JSON, or each line of JSON Lines, so that it can be read.
func indented(t testing.TB, text string) string {
	t.Helper()
	var b strings.Builder
	for dec := json.NewDecoder(strings.NewReader(text)); ; {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err == io.EOF {
			return b.String()
		} else if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := json.Indent(&out, raw, "", "  "); err != nil {
			t.Fatal(err)
		}
		b.WriteString(out.String() + "\n")
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; run with -update and read the difference", name)
	}
}

// upright turns a table on its side: "column: value" lines, one block a row,
// blank cells left out.
func upright(t testing.TB, text string) string {
	t.Helper()
	var b strings.Builder
	for _, row := range rowsOf(t, text) {
		b.WriteString(row["\x00"])
		b.WriteString("\n")
	}
	return b.String()
}

// rowsOf reads a table by its column names; under "\x00" stands the row in
// words.
func rowsOf(t testing.TB, text string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, values := range all[1:] {
		row, words := map[string]string{}, ""
		for i, column := range all[0] {
			row[column] = values[i]
			if values[i] != "" {
				words += column + ": " + values[i] + "\n"
			}
		}
		row["\x00"] = words
		rows = append(rows, row)
	}
	return rows
}

func TestColumnsInOrder(t *testing.T) {
	for format, n := range map[string]int{"acled": 31, "ucdp": 49, "gtd": 135} {
		if got := len(columnsOf(format)); got != n {
			t.Errorf("%s has %d columns, want %d", format, got, n)
		}
	}
}

// TestPublicFileIsValid reads back what JSON and GeoJSON hold, with no record
// at all and with some.
func TestPublicFileIsValid(t *testing.T) {
	for _, format := range []string{"json", "geojson"} {
		for _, records := range [][]Record{nil, sample()} {
			data, _, _, _ := run(t, format, Options{}, records...)
			if !json.Valid([]byte(data)) {
				t.Errorf("%s of %d records is not JSON:\n%s", format, len(records), data)
			}
		}
	}
}

func TestUnreviewedETH14(t *testing.T) {
	marks := map[string]string{"acled": "dl:unreviewed", "ucdp-ged": "Unreviewed", "plover": `"dl_unreviewed":true`}
	draft := sample()[0]
	draft.Incident.Status = dateline.Linked
	for _, format := range []string{"acled", "ucdp-ged", "gtd", "plover"} {
		_, _, rejected, s := run(t, format, Options{}, draft)
		if s.Rows != 0 || !strings.Contains(rejected, ",unreviewed,") {
			t.Errorf("%s: an unreviewed incident went out unasked: %+v", format, s)
		}
		data, _, _, s := run(t, format, Options{Unreviewed: true}, draft)
		if s.Rows != 1 || !strings.Contains(data, marks[format]) {
			t.Errorf("%s: no mark in\n%s", format, data)
		}
	}
	data, _, _, _ := run(t, "gtd", Options{Unreviewed: true}, draft)
	if got := rowsOf(t, data)[0]["doubtterr"]; got != "1" {
		t.Errorf("doubtterr = %s for an unreviewed incident", got)
	}
}

func TestSuppressedNameETH1(t *testing.T) {
	for _, hidden := range []Hidden{
		{Names: []string{"Lantern Front"}},
		{IDs: map[dateline.ID]bool{"act_lantern": true}},
	} {
		for _, f := range Formats() {
			data, provenance, rejected, _ := run(t, f.Name, Options{Gate: Gate{Hidden: hidden}, Unreviewed: true}, sample()...)
			all := strings.ToLower(data + provenance + rejected)
			if strings.Contains(all, "lantern front") || strings.Contains(all, "lantern\nfront") {
				t.Errorf("%s tells the suppressed name", f.Name)
			}
		}
	}
}

func TestSuppressedClaimTakesItsFactsETH1(t *testing.T) {
	r := sample()[0]
	data, provenance, _, _ := run(t, "csv", Options{Gate: Gate{Hidden: Hidden{IDs: map[dateline.ID]bool{"clm_killed14": true}}}}, r)
	row := rowsOf(t, data)[0]
	if row["killed_best"] != "" || row["killed_low"] != "11" {
		t.Errorf("killed %s–%s after the claim of the best number was suppressed", row["killed_low"], row["killed_best"])
	}
	if strings.Contains(data+provenance, "clm_killed14") {
		t.Error("the suppressed claim is still cited")
	}
}

func TestVictimNamesETH2(t *testing.T) {
	for _, f := range Formats() {
		data, provenance, rejected, _ := run(t, f.Name, Options{}, sample()...)
		if strings.Contains(data+provenance+rejected, "Darvan Ilst") {
			t.Errorf("%s names a victim", f.Name)
		}
	}
	_, provenance, _, _ := run(t, "jsonl", Options{Gate: Gate{Names: true}}, sample()...)
	if !strings.Contains(provenance, "Darvan Ilst") {
		t.Error("a permitted name is missing")
	}
}

func TestPropagandaETH4(t *testing.T) {
	for _, f := range Formats() {
		data, provenance, _, _ := run(t, f.Name, Options{}, sample()...)
		for _, never := range []string{"channel.example", "sweet victory", "Glad tidings"} {
			if strings.Contains(data+provenance, never) {
				t.Errorf("%s hands out %q of a sealed report", f.Name, never)
			}
		}
		if !strings.Contains(provenance, "armed-group media") {
			t.Errorf("%s does not say that armed-group media spoke", f.Name)
		}
	}
}

func TestMaskedIdentifiersETH10(t *testing.T) {
	_, provenance, _, _ := run(t, "jsonl", Options{}, sample()...)
	if strings.Contains(provenance, "0700 112") || !strings.Contains(provenance, "█") {
		t.Error("a masked telephone number goes out")
	}
}

func TestSensitiveSitesETH11(t *testing.T) {
	data, _, _, _ := run(t, "csv", Options{}, sample()[2])
	row := rowsOf(t, data)[0]
	if row["place_precision"] != "P1" || row["latitude"] != "-38.2500" || row["place"] != "Marvesk" {
		t.Errorf("a hospital is given at %s %s (%s)", row["latitude"], row["longitude"], row["place_precision"])
	}
}

func TestFormulaGuardETH13(t *testing.T) {
	for cell, want := range map[string]string{
		`=HYPERLINK("http://x")`: `'=HYPERLINK("http://x")`, "+1": "'+1", "-99": "-99", "-38.2500": "-38.2500", "@cmd": "'@cmd",
		"-x": "'-x", "a=b": "a=b", "one\ntwo": "one two", "safe\u202etxt": "safetxt", "-Inf": "'-Inf",
	} {
		if got := guard(cell); got != want {
			t.Errorf("guard(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestQuoteCapETH17(t *testing.T) {
	if got := firstWords("one two  three four", 2); got != "one two …" {
		t.Errorf("got %q", got)
	}
	if got := firstWords("one two", 2); got != "one two" {
		t.Errorf("got %q", got)
	}
}

func TestSerialIsOneToOne(t *testing.T) {
	seen := map[int64]string{}
	for _, id := range []string{"INC-00000-", "INC-7K3M9Q", "INC-ZZZZZ0", "INC-000000-", "INC-7K3M9QQ", "INC-ZZZZZZ0", "INC-0000000-"} {
		n := serial(dateline.PublicID(strings.TrimSuffix(id, "-") + strings.Repeat("X", strings.Count(id, "-")-1)))
		if old, taken := seen[n]; taken {
			t.Errorf("%s and %s have the serial %d", old, id, n)
		}
		seen[n] = id
	}
}

func TestPRIOGrid(t *testing.T) {
	// the corners of the grid, and the cell north-east of 0,0
	for _, c := range []struct {
		lat, lon float64
		want     string
	}{{-90, -180, "1"}, {90, 180, "259200"}, {0.1, 0.1, "129961"}} {
		if got := priogrid(&c.lat, &c.lon); got != c.want {
			t.Errorf("cell of %v, %v is %s, want %s", c.lat, c.lon, got, c.want)
		}
	}
}

// TestNotice: what must be known of the data stands in every format that has
// room for it, and in the provenance of the others.
func TestNotice(t *testing.T) {
	const notice = "Synthetic \"data\"; nobody is real."
	for _, f := range Formats() {
		data, provenance, _, _ := run(t, f.Name, Options{Notice: notice, Unreviewed: true}, sample()...)
		if !strings.Contains(provenance, "nobody is real") {
			t.Errorf("%s: not in the provenance", f.Name)
		}
		if f.Name != "csv" && f.Name != "ucdp-ged" && !strings.Contains(data, "nobody is real") {
			t.Errorf("%s: not in the data", f.Name)
		}
		if f.Extension == ".json" && !json.Valid([]byte(data)) {
			t.Errorf("%s is not JSON any more", f.Name)
		}
	}
}

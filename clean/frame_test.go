package clean

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestFrame: what stands under a headline of violence and repeats no word of it
// is the frame of the page; all else is the report.
func TestFrame(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		frame             bool
	}{
		{"a plea to log in", "Two miners shot dead near Orvale", "Thank you for reading! Please log in, or buy a subscription to go on.\n\nNeed an account? Create one now.", true},
		{"a list of films", "Bomb wounds guard at Tessin depot", "1:04 The mayor opens the new pool Pause\n\n0:48 Snow falls on the hills", true},
		{"a short report", "Two miners shot dead near Orvale", "The two were on their way to work when a man opened fire on the road to Orvale.", false},
		{"no violence in the headline", "Sigh of relief for harbour town", "The club won by one goal and stays in the league.", false},
		{"too few words to repeat", "Guard killed", "Please log in, or buy a subscription to go on.", false},
	} {
		r, err := (&Cleaner{}).Clean(dateline.Raw{Bytes: []byte(c.text), Name: c.name, MediaType: "text/plain", Title: c.title})
		if err != nil {
			t.Fatal(err)
		}
		at := len(r.Text) - 5
		if got := r.InBoilerplate(dateline.NewRunes(r.Text).Span(at, len(r.Text))); got != c.frame {
			t.Errorf("%s: frame %v, want %v; %+v", c.name, got, c.frame, r.Boilerplate)
		}
		if r.InBoilerplate(dateline.NewRunes(r.Text).Span(0, len(c.title))) {
			t.Errorf("%s: the headline is not read", c.name)
		}
	}
}

// TestWhole: standing text under two titles is two reports, one row delivered
// twice is one; pages and text in other encodings stay as they are.
func TestWhole(t *testing.T) {
	row := func(title string) dateline.ID {
		r, err := (&Cleaner{}).Clean(dateline.Raw{Bytes: []byte("Please log in to read this story."), MediaType: "text/plain", Title: title})
		if err != nil {
			t.Fatal(err)
		}
		return r.ID
	}
	if row("Two miners shot near Orvale") == row("Bomb wounds guard in Tessin") {
		t.Error("two titles, one report")
	}
	first, again := row("Two miners shot near Orvale"), row("Two miners shot near Orvale")
	if first != again {
		t.Error("one row, two reports")
	}
	for _, raw := range []dateline.Raw{
		{Bytes: []byte("<html><p>Text</p></html>"), MediaType: "text/html", Title: "Two miners shot near Orvale"},
		{Bytes: []byte("caf\xe9 attacked"), MediaType: "text/plain", Title: "Two miners shot near Orvale"},
		{Bytes: []byte("Two miners shot near Orvale\n\nThe two were on their way."), Title: "Two miners shot near Orvale"},
	} {
		if got := Whole(raw); string(got.Bytes) != string(raw.Bytes) {
			t.Errorf("%q became %q", raw.Bytes, got.Bytes)
		}
	}
	for _, title := range []string{"Two miners shot near Orvale", "May 3, 2031 Two miners shot near Orvale"} {
		once := Whole(dateline.Raw{Bytes: []byte("Please log in."), Title: title})
		if again := Whole(once); string(again.Bytes) != string(once.Bytes) {
			t.Errorf("%q became %q", once.Bytes, again.Bytes)
		}
	}
}

// TestFilms: a list of films with its button is not part of the report; the times
// of a live blog are.
func TestFilms(t *testing.T) {
	const films = "2:13 The mayor opens the new pool Pause\n\n0:48 Snow falls on the hills\n\nTwo miners were shot on the road to Orvale on Monday, police said."
	const blog = "9:15 Police say that two miners are dead\n\n9:40 The road to Orvale is closed\n\nTwo miners were shot on the road to Orvale on Monday, police said."
	for text, want := range map[string]bool{films: true, blog: false} {
		r, err := (&Cleaner{}).Clean(dateline.Raw{Bytes: []byte(text), MediaType: "text/plain", Title: "Miners shot near Orvale"})
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(r.Text, "0:48")
		if !want {
			at = strings.Index(r.Text, "9:40")
		}
		if got := r.InBoilerplate(dateline.NewRunes(r.Text).Span(at, at+4)); got != want {
			t.Errorf("boilerplate %v, want %v: %q", got, want, r.Text)
		}
	}
}

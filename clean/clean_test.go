package clean

import (
	"strings"
	"testing"
	"unicode/utf8"

	dateline "github.com/opendateline/dateline"
)

const body = "Gunmen attacked a market in the town of Marvesk on Tuesday, killing at least four people, police said.\n\nA witness said that the men had come on two motorcycles and had fled to the north.\n"

// cleaned is the text that is left when boilerplate is taken out.
func cleaned(r *dateline.Report) string {
	out, at := "", 0
	for _, b := range r.Boilerplate {
		out += r.Text[at:b.Span.Start]
		at = b.Span.End
	}
	return out + r.Text[at:]
}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		name, text string
		raw        dateline.Raw
		check      func(r *dateline.Report) string // what is wrong, or ""
	}{
		{"title, byline and share buttons", "Gunmen attack market in Marvesk\nBy Nadim Karim and Lena Orsk\nShare\nTweet\n\n" + body + "\nRead more\nBack to top\n", dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Title != "Gunmen attack market in Marvesk" || len(r.Byline) != 2 || r.TitleSpan == nil || strings.Contains(cleaned(r), "Tweet") || strings.Contains(cleaned(r), "Back to top"), "%v %v %q", r.Title, r.Byline, cleaned(r))
		}},
		{"agency line of place and date", "MARVESK, Oct 3 (Reuters) - " + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.DatelineText != "MARVESK, Oct 3" || len(r.AgencyCredit) != 1 || r.AgencyCredit[0] != "Reuters" || r.Published.Basis != dateline.PublishedUnknown || r.Genre != dateline.SpotNews, "%q %v %v", r.DatelineText, r.AgencyCredit, r.Published)
		}},
		{"line with a full date", "Harvashan, 8 Jan 90 (ACAN-EFE) -- " + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "1990-01-08" || r.Published.Basis != dateline.PublishedDateline, "%v", r.Published)
		}},
		{"line with a full date before a dash, below a title", "Gunmen attack market in Marvesk\n\nMARVESK, 8 January 1990 - " + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "1990-01-08" || r.Published.Basis != dateline.PublishedDateline, "%v", r.Published)
		}},
		{"printed date behind a title that asks", "Explained\nWhy are gunmen in Marvesk attacking markets?\n\n3 March 2020 | 4 min read\n\n" + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2020-03-03" || r.Published.Basis != dateline.PublishedPrinted, "%v", r.Published)
		}},
		{"printed date", "Gunmen attack market in Marvesk\nPublished: March 3, 2020\n\n" + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2020-03-03" || r.Published.Basis != dateline.PublishedPrinted, "%v", r.Published)
		}},
		{"place and date on a line of their own", "Gunmen attack market in Marvesk\n\nMARVESK, Harvashan - March 3, 2020\n\n" + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2020-03-03", "%v", r.Published)
		}},
		{"agency before place and date", "(AFP) Marvesk, 3 March 2020 - " + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2020-03-03", "%v", r.Published)
		}},
		{"place and date before a full stop", "Gunmen attack market in Marvesk\n\nMARVESK, March 3, 2020. " + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2020-03-03" || r.Published.Basis != dateline.PublishedDateline, "%v", r.Published)
		}},
		{"date in the address", body, dateline.Raw{URL: "https://example.org/2021/7/04/market"}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2021-07-04" || r.Published.Basis != dateline.PublishedURL, "%v", r.Published)
		}},
		{"DAT-15: a date in the running text is not the day of publication", "On March 3, 2020, gunmen attacked a market in the town of Marvesk and killed four people there.\n" + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Published.Basis != dateline.PublishedUnknown, "%v", r.Published)
		}},
		{"metadata win", "Published: March 3, 2020\n" + body, dateline.Raw{Published: "2020-03-04T23:30:00+02:00"}, func(r *dateline.Report) string {
			return wrong(r.Published.EDTF != "2020-03-04" || r.Published.At != "2020-03-04T21:30:00Z", "%v", r.Published)
		}},
		{"ETH-10: plea with an account", body + "\nIf you like what you read, please support us by donating:\nIBAN: VL12 3456 7890 1234 5678\nBank of Velmara\n", dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(strings.Contains(cleaned(r), "IBAN") || strings.Contains(cleaned(r), "Bank of") || len(r.Masked) == 0 || len(r.Handling) == 0, "%q %v", cleaned(r), r.Masked)
		}},
		{"note on the author; a journalist who was killed stays", body + "\nNadim Karim was a journalist who was killed in the attack on the market.\n\nLena Orsk is a freelance journalist in Harvashan.\n", dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(!strings.Contains(cleaned(r), "Nadim Karim was") || strings.Contains(cleaned(r), "Lena Orsk"), "%q", cleaned(r))
		}},
		{"outlet, breadcrumb and repeated title", "The Harvashan Courier\n\nHome > World > Asia\n\nGunmen attack market in Marvesk town\n\nGunmen attack market in Marvesk town\nPhoto: N. Karim\n\n" + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Outlet != "The Harvashan Courier" || strings.Count(cleaned(r), "Gunmen attack market") != 1 || strings.Contains(cleaned(r), "World") || strings.Contains(cleaned(r), "Photo"), "%q %q", r.Outlet, cleaned(r))
		}},
		{"a heading inside the report stays", body + "\nWorld\n\n" + body, dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(!strings.Contains(cleaned(r), "World"), "%q", cleaned(r))
		}},
		{"web page", "<!doctype html><html lang=en><head><title>x</title><meta property='og:site_name' content='Courier'><meta property='article:published_time' content='2022-05-06'></head><body><nav><a href=/>Home</a></nav><article><h1>Gunmen attack market</h1><p>" + strings.ReplaceAll(body, "\n\n", "</p><p>") + "</p></article><footer>Imprint</footer></body></html>", dateline.Raw{}, func(r *dateline.Report) string {
			return wrong(r.Title != "Gunmen attack market" || r.Outlet != "Courier" || r.Published.EDTF != "2022-05-06" || strings.Contains(r.Text, "Imprint") || !strings.Contains(r.Text, "two motorcycles") || r.Language != "en", "%q %q %v", r.Text, r.Outlet, r.Published)
		}},
	} {
		raw := c.raw
		raw.Bytes, raw.Name = []byte(c.text), "test"
		r, err := new(Cleaner).Clean(raw)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if bad := c.check(r); bad != "" {
			t.Errorf("%s: %s", c.name, bad)
		}
	}
}

func wrong(is bool, format string, args ...any) string {
	if !is {
		return ""
	}
	return strings.TrimSpace(dateline.Errorf(dateline.Invalid, format, args...).Error())
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ in, media, text, how string }{
		{"\xef\xbb\xbfcafé", "", "café", "utf-8"},
		{"\xff\xfec\x00a\x00f\x00\xe9\x00", "", "café", "utf-16"},
		{"c\x00a\x00f\x00\xe9\x00s\x00 \x00", "", "cafés ", "utf-16"},
		{"caf\xe9 \x93quoted\x94", "", "café “quoted”", "windows-1252"},
		{"<meta charset=iso-8859-2>\xb1", "text/html", "<meta charset=iso-8859-2>ą", "iso-8859-2"},
		{"é é é é é é \xff", "", "é é é é é é \uFFFD", "utf-8, repaired"},
		{"a\x00b", "", "a\uFFFDb", "utf-8"},
	} {
		if text, how := decodeText([]byte(c.in), c.media); text != c.text || how != c.how {
			t.Errorf("%q: %q by %s, want %q by %s", c.in, text, how, c.text, c.how)
		}
	}
}

func TestCleanRefuses(t *testing.T) {
	for _, in := range []string{"", " \n\t", "\x01\x02\x03\x04\x05", "<html><script>x()</script></html>"} {
		if _, err := new(Cleaner).Clean(dateline.Raw{Bytes: []byte(in), Name: "x"}); dateline.CodeOf(err) != dateline.Unreadable {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// FuzzClean: every span fits the text, plain text is kept as it was, and
// cleaning twice gives the same.
func FuzzClean(f *testing.F) {
	f.Add([]byte(body), "text/plain")
	f.Add([]byte("By Nadim Karim\n\u202eABC\nDonate: 1234 5678 9012 3456\n"), "")
	f.Add([]byte("<html><p>a<br>b</html>"), "text/html")
	f.Fuzz(func(t *testing.T, b []byte, media string) {
		r, err := new(Cleaner).Clean(dateline.Raw{Bytes: b, MediaType: media})
		if err != nil {
			return
		}
		if !utf8.ValidString(r.Text) || media == "text/plain" && utf8.Valid(b) && !strings.Contains(string(b), "\x00") && !strings.HasPrefix(string(b), "\xef\xbb\xbf") && r.Text != string(b) {
			t.Fatalf("text changed: %q to %q", b, r.Text)
		}
		spans := append([]dateline.Span{}, r.Masked...)
		for i, x := range r.Boilerplate {
			if i > 0 && x.Span.Start < r.Boilerplate[i-1].Span.End {
				t.Fatal("boilerplate overlaps")
			}
			spans = append(spans, x.Span)
		}
		if r.TitleSpan != nil {
			spans = append(spans, *r.TitleSpan)
		}
		for _, s := range append(spans, Controls(r.Text)...) {
			if err := s.Check(r.Text); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestHeadlineBesideTheText(t *testing.T) {
	const text = "Nine people were hurt when a bus stop in Marvesk came under fire on Monday evening.\n\nMore was not known."
	for _, c := range []struct{ name, title, text, first string }{
		{"a feed's title is the first line", "Nine hurt at bus stop", text, "Nine hurt at bus stop"},
		{"without the outlet's own words", "Nine hurt at bus stop - Action News 5 | Marvesk, Velmara", text, "Nine hurt at bus stop"},
		{"a text that opens with it is left as it is", "Nine hurt at bus stop", "NINE HURT at bus-stop\n\n" + text, "NINE HURT at bus-stop"},
		{"a line that goes on after it too", "Nine people were hurt", text, "Nine people were hurt when a bus stop in Marvesk came under fire on Monday evening."},
		{"no title", "", text, "Nine people were hurt when a bus stop in Marvesk came under fire on Monday evening."},
	} {
		r, err := new(Cleaner).Clean(dateline.Raw{Name: "a.txt", Bytes: []byte(c.text), MediaType: "text/plain", Title: c.title})
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(r.Text, "\n")
		if first != c.first || !strings.HasSuffix(r.Text, c.text) || r.Title != c.title && c.title != "" {
			t.Errorf("%s: first line %q, title %q", c.name, first, r.Title)
		}
		if c.title == "Nine hurt at bus stop" && (r.TitleSpan == nil || r.TitleSpan.Of(r.Text) != c.first) {
			t.Errorf("%s: the title is not found in the text", c.name)
		}
	}
}

package web

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store/storetest"
)

// axe is the source of axe-core, which the project does not hold: DATELINE_AXE
// names the file (test.sh fetches it where npm is there). Without it the test
// skips, unless DATELINE_REQUIRE_AXE is set.
func axe(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(os.Getenv("DATELINE_AXE"))
	if err != nil {
		if os.Getenv("DATELINE_REQUIRE_AXE") != "" {
			t.Fatalf("axe-core is required: set DATELINE_AXE to its axe.min.js: %v", err)
		}
		t.Skip("DATELINE_AXE names no axe-core: accessibility is not measured")
	}
	return string(b)
}

// audit runs the rules of WCAG 2.2 A and AA and lists what breaks them.
const audit = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]})
	.then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target.join(" ") + ": " + n.failureSummary)))`

// TestAccessible opens list, incident, report and help in light and dark, on a
// desk and on a phone; none breaks a rule of WCAG 2.2 AA that can be measured.
func TestAccessible(t *testing.T) {
	source := axe(t)
	ctx := browser(t)
	h := newHouse(t)
	i := h.keep(storetest.Revision(1, 0), threatening(1, 14), storetest.NewSample(2, 11))
	server := httptest.NewServer(h.pages)
	t.Cleanup(server.Close)
	incident := server.URL + "/i/" + string(h.names[i.ID])
	report, err := cited(ctx, incident)
	h.must(err)
	for _, scheme := range []string{"light", "dark"} {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		h.must(err)
		for _, width := range []int64{1280, 390} {
			for _, page := range []string{server.URL + "/", server.URL + "/incidents", incident, report, server.URL + "/help/rules", server.URL + "/help/query"} {
				h.must(chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(page), chromedp.Evaluate[chromedp.Void](source)))
				violations, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](audit, chromedp.EvalAwaitPromise))
				h.must(err)
				for _, v := range violations {
					t.Errorf("%s, %s, %d px: %s", page, scheme, width, v)
				}
			}
		}
	}
}

// threatening is a sample that also holds a threat, which is no incident.
func threatening(n, killed int) storetest.Sample {
	s := storetest.NewSample(n, killed)
	threat := s.Reading.Mentions[0]
	threat.ID, threat.Kind = dateline.MentionID(s.Report.ID, threat.Trigger, 1), dateline.KindThreat
	s.Reading.Mentions = append(s.Reading.Mentions, threat)
	return s
}

// TestWithoutScript walks from the list to a sentence with scripts off: tick a
// facet, apply, open the first row, open a citation, and fetch the rows as CSV.
func TestWithoutScript(t *testing.T) {
	ctx := browser(t)
	h := newHouse(t)
	h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14), storetest.NewSample(2, 11))
	server := httptest.NewServer(h.pages)
	t.Cleanup(server.Close)
	h.must(chromedp.Do(ctx, chromedp.Navigate("about:blank")))
	_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	h.must(err)
	for _, step := range []struct {
		name, click, leadsTo string
	}{
		{"tick a facet", `.filters input[type="checkbox"]`, "/incidents"},
		{"apply", `.filters button`, "/incidents?"},
		{"open the first row", `.row h3 a`, "/i/INC-"},
		{"open a citation", `[data-testid="claim-row"] td.n a`, "/r/R-"},
	} {
		if step.name == "tick a facet" {
			h.must(chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(server.URL+"/incidents")))
		}
		h.must(chromedp.Do(ctx, chromedp.Click(step.click)))
		at, err := settled(ctx, server.URL+step.leadsTo)
		if err != nil {
			t.Fatalf("%s: at %s: %v", step.name, at, err)
		}
		if step.name == "apply" {
			h.csv(ctx, server.URL)
		}
	}
	marked, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`[...document.querySelectorAll("mark")].some(m => m.checkVisibility())`))
	h.must(err)
	if !marked {
		t.Error("the citation marks nothing")
	}
}

// settled waits until the browser has read a page whose address begins so.
func settled(ctx context.Context, start string) (string, error) {
	at := ""
	for range 100 {
		var err error
		at, err = chromedp.Run(ctx, chromedp.Evaluate[string](`document.readyState === "complete" ? location.href : ""`))
		if err == nil && strings.HasPrefix(at, start) {
			return at, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	return at, fmt.Errorf("it did not lead to %s…", start)
}

// csv follows the link of the list to its rows.
func (h *house) csv(ctx context.Context, site string) {
	h.t.Helper()
	href, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector('a[href*=".csv"]').href`))
	h.must(err)
	r, err := http.Get(href)
	h.must(err)
	defer r.Body.Close()
	if rows := r.Header.Get("X-Row-Count"); !strings.HasPrefix(href, site+"/incidents.csv?") || rows != "1" {
		h.t.Errorf("%s gives %s rows", href, rows)
	}
}

package web

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/opendateline/dateline/store/storetest"
)

// browser is a headless Chromium for the time of one test. Without one on the
// PATH the test skips, unless DATELINE_REQUIRE_CHROMIUM is set.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("DATELINE_REQUIRE_CHROMIUM") != "" {
			t.Fatal("chromium is not on the PATH and DATELINE_REQUIRE_CHROMIUM is set")
		}
		t.Skip("no chromium on the PATH: the pages are not opened")
	}
	limited, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(cancel)
	alone, stop := chromedp.NewExecAllocator(limited, chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun)
	t.Cleanup(stop)
	ctx, end := chromedp.NewContext(alone)
	t.Cleanup(end)
	return ctx
}

// TestPagesInChromium opens list, incident and report on a desk and on a phone:
// nothing is asked of another host, no script fails, nothing scrolls sideways,
// and a citation leads to its words in a visible mark.
func TestPagesInChromium(t *testing.T) {
	ctx := browser(t)
	h := newHouse(t)
	i := h.keep(storetest.Revision(1, 0), storetest.NewSample(1, 14), storetest.NewSample(2, 11))
	server := httptest.NewServer(h.pages)
	t.Cleanup(server.Close)

	var lock sync.Mutex
	var wrong []string
	h.must(chromedp.Do(ctx, chromedp.Navigate("about:blank")))
	h.must(chromedp.Listen(ctx, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, server.URL) && !strings.HasPrefix(e.Request.URL, "data:") {
				wrong = append(wrong, "asks "+e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			wrong = append(wrong, "fails: "+e.ExceptionDetails.Text)
		}
	}))
	incident := server.URL + "/i/" + string(h.names[i.ID])
	report, err := cited(ctx, incident)
	h.must(err)
	for _, width := range []int64{1280, 390} {
		for _, page := range []string{server.URL + "/incidents", incident, report} {
			h.must(chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(page)))
			over, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > document.documentElement.clientWidth`))
			h.must(err)
			if over {
				t.Errorf("%s scrolls sideways at %d", page, width)
			}
		}
		marked, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`[...document.querySelectorAll("mark")].some(m => m.checkVisibility() && m.textContent.trim() !== "")`))
		h.must(err)
		if !marked {
			t.Errorf("%s shows no mark at %d", report, width)
		}
	}
	lock.Lock()
	defer lock.Unlock()
	for _, w := range wrong {
		t.Error(w)
	}
}

// cited is where the first citation of an incident leads.
func cited(ctx context.Context, incident string) (string, error) {
	if err := chromedp.Do(ctx, chromedp.Navigate(incident)); err != nil {
		return "", err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector('[data-testid="citation"] a[href^="/r/"]').href`))
}

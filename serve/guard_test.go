package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestGuard: requests under a loopback name and from the pages themselves get
// through, whatever another site could make a browser send does not.
func TestGuard(t *testing.T) {
	h := Guard(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	for _, row := range []struct {
		name, method, host string
		header             map[string]string
		want               int
	}{
		{"typed into the address bar", "GET", "127.0.0.1:8437", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		{"a client without such headers", "GET", "localhost:8437", nil, 200},
		{"IPv6", "GET", "[::1]:8437", nil, 200},
		{"another name that leads here", "GET", "attacker.example", nil, 421},
		{"the same with a port", "GET", "127.0.0.1.attacker.example:8437", nil, 421},
		{"no host", "GET", "", nil, 421},
		{"a link on another site", "GET", "127.0.0.1:8437", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"embedded by another site", "GET", "127.0.0.1:8437", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"fetched by another site", "GET", "127.0.0.1:8437", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		{"from another port of this machine", "GET", "127.0.0.1:8437", map[string]string{"Origin": "http://127.0.0.1:9"}, 403},
		{"posted by another site", "POST", "127.0.0.1:8437", map[string]string{"Origin": "https://attacker.example"}, 403},
		{"posted by our own page", "POST", "127.0.0.1:8437", map[string]string{"Origin": "http://127.0.0.1:8437", "Sec-Fetch-Site": "same-origin"}, 200},
		{"posted by following a link elsewhere", "POST", "127.0.0.1:8437", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 403},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := httptest.NewRequest(row.method, "/incidents", nil)
			r.Host = row.host
			for k, v := range row.header {
				r.Header.Set(k, v)
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != row.want {
				t.Errorf("status %d, want %d", w.Code, row.want)
			}
			if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
				t.Errorf("policy %q", csp)
			}
			if w.Header().Get("Referrer-Policy") != "no-referrer" {
				t.Error("a referrer would be sent")
			}
		})
	}
}

package serve

import (
	"net"
	"net/http"
	"strings"

	"github.com/opendateline/dateline"
)

// policy is the Content-Security-Policy of every answer (experience §8.3).
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

var headers = map[string]string{
	"Content-Security-Policy":      policy,
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}

// Guard lets a request through to next if it is addressed to this machine by a
// loopback name and was not made by another site, and puts the protective
// headers on every answer, refusals included.
func Guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		switch {
		case !loopbackName(hostname(r.Host)):
			http.Error(w, "This server answers only as localhost, 127.0.0.1 or [::1]. Nothing was read.", http.StatusMisdirectedRequest)
		case foreign(r):
			http.Error(w, "Another site made this request. Nothing was read or changed. Open the address yourself.", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// foreign says that another site made the request. Following a link from
// elsewhere is allowed; embedding, fetching and posting are not.
func foreign(r *http.Request) bool {
	safe := r.Method == http.MethodGet || r.Method == http.MethodHead
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return false
	}
	return !safe || r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}

func hostname(hostport string) string {
	if host, _, err := net.SplitHostPort(hostport); err == nil {
		return host
	}
	return strings.Trim(hostport, "[]")
}

func loopbackName(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// checkAddr refuses to listen where others could connect.
func checkAddr(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return dateline.Errorf(dateline.Invalid, "--addr %s: want HOST:PORT, such as 127.0.0.1:8437", addr)
	}
	if !loopbackName(host) {
		return &dateline.Error{Code: dateline.Forbidden, What: "will not listen on " + addr + ": everybody who reaches it could read the store, because there is no sign-in yet",
			Kept: "Nothing was started", Next: "Listen on 127.0.0.1 and come in through a tunnel (ssh -L 8437:127.0.0.1:8437 HOST)"}
	}
	return nil
}

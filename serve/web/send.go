package web

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// send writes a finished body with its ETag, or 304 where the reader has it
// already. Bodies of some size go out compressed to those who take it.
func send(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	if status == 0 {
		status = http.StatusOK
	}
	w.Header().Set("Vary", "Accept-Encoding")
	if status == http.StatusOK {
		etag := `W/"` + dateline.Hash(body)[:32] + `"`
		w.Header().Set("ETag", etag)
		if known(r.Header.Get("If-None-Match"), etag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	if len(body) > 1400 && takesGzip(r) {
		w.Header().Set("Content-Encoding", "gzip")
		body = compressed(body)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader who has gone away is no failure
	}
}

func known(header, etag string) bool {
	for _, tag := range strings.Split(header, ",") {
		if tag = strings.TrimSpace(tag); tag == etag || tag == "*" {
			return true
		}
	}
	return false
}

func takesGzip(r *http.Request) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		coding, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding == "gzip" && strings.TrimSpace(weight) != "q=0" {
			return true
		}
	}
	return false
}

func compressed(body []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(body) // writing to memory does not fail
	_ = z.Close()
	return b.Bytes()
}

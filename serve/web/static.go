package web

import (
	"embed"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed static
var staticFiles embed.FS

// static serves the style sheet, the script and the fonts. Pages refer to the
// first two with their hash, so that browsers may keep what they have.
type static struct {
	bodies map[string][]byte // by path below /static/
	hashes map[string]string
}

func newStatic() (*static, error) {
	s := &static{map[string][]byte{}, map[string]string{}}
	err := fs.WalkDir(staticFiles, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := staticFiles.ReadFile(name)
		name = strings.TrimPrefix(name, "static/")
		s.bodies[name], s.hashes[name] = b, dateline.Hash(b)[:12]
		return err
	})
	return s, err
}

// url is the address of a file under its hash.
func (s *static) url(name string) string { return "/static/" + name + "?" + s.hashes[name] }

var mediaTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2",
	".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}

func (s *static) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/static/")
	body, ok := s.bodies[name]
	if !ok {
		http.Error(w, "There is no such file.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", mediaTypes[path.Ext(name)])
	w.Header().Set("Cache-Control", "no-cache")
	if r.URL.RawQuery == s.hashes[name] || path.Ext(name) == ".woff2" {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	send(w, r, http.StatusOK, body)
}

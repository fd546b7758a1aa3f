package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
)

// Viewer gives consistent views of a store; pages need nothing else of it.
type Viewer interface {
	View(ctx context.Context, read func(store.Tx) error) error
}

// Options of the pages.
type Options struct {
	Store    Viewer
	Gate     export.Gate // what people may read
	Rules    []Rules     // the active preset first (ETH-18)
	Timeline Timeline    // nil: pages do not draw how a number changed
	Log      *slog.Logger
	Now      func() time.Time // dates citations; never an incident
}

// Site answers for the pages of one store.
type Site struct {
	options Options
	pages   *pages
	static  *static
}

// New makes the pages. The error is about templates or files that are built
// in, and so a mistake of the program.
func New(o Options) (*Site, error) {
	files, err := newStatic()
	if err != nil {
		return nil, err
	}
	p, err := newPages(files)
	if err != nil {
		return nil, err
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Site{o, p, files}, nil
}

// Handler routes requests. Only GET and HEAD are answered: the pages change
// nothing yet.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	for pattern, h := range map[string]handler{
		"/{$}":                    s.home,
		"/incidents":              s.incidents,
		"/incidents.json":         s.incidentsAs("json"),
		"/incidents.csv":          s.incidentsAs("csv"),
		"/incidents.jsonl":        s.incidentsAs("jsonl"),
		"/incidents.ndjson":       s.incidentsAs("jsonl"),
		"/incidents.geojson":      s.incidentsAs("geojson"),
		"/i/{id}":                 s.incident,
		"/i/{id}/r/{n}":           s.incidentRevision,
		"/i/{id}/at/{time}":       s.incidentAt,
		"/i/{id}/history":         s.history,
		"/i/{id}/cite":            s.citeIncident,
		"/i/{id}/pictures/{file}": s.pictureFile,
		"/i/{id}/{slug}":          s.incidentSlug,
		"/r/{id}":                 s.report,
		"/c/{id}":                 s.claim,
		"/search":                 s.search,
		"/help":                   s.help,
		"/help/rules":             s.helpRules,
		"/help/keys":              s.helpKeys,
		"/help/query":             s.helpQuery,
	} {
		mux.Handle("GET "+pattern, s.serve(h))
	}
	mux.Handle("GET /static/", s.static)
	mux.Handle("GET /", s.serve(func(*request) (*answer, error) {
		return nil, dateline.Errorf(dateline.NotFound, "there is no page at this address")
	}))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "These pages can only be read. Nothing was changed.", http.StatusMethodNotAllowed)
	})
	return mux
}

// handler makes one page inside a view of the store.
type handler func(*request) (*answer, error)

// request is what a handler reads from.
type request struct {
	*http.Request
	ctx  context.Context
	tx   store.Tx
	site *Site
}

// answer is a page, a document or a redirect.
type answer struct {
	status    int    // 0: 200
	page      string // name of the template
	title     string
	nav       string // which entry of the top bar is the current one
	body      any    // the view
	location  string // redirect
	mediaType string // of data
	data      []byte // a document instead of a page
	rows      int    // of data, for X-Row-Count
}

// serve runs a handler in a view and writes its answer, or the page of its error.
func (s *Site) serve(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var a *answer
		banner := ""
		err := s.options.Store.View(r.Context(), func(tx store.Tx) (err error) {
			if banner, err = tx.Setting(r.Context(), store.Synthetic); err != nil {
				return err
			}
			req := &request{Request: r, ctx: r.Context(), tx: tx, site: s}
			if a, err = h(req); err != nil {
				a = s.failure(req, err)
			}
			return nil
		})
		if err != nil {
			a = s.failure(&request{Request: r, ctx: r.Context(), site: s}, err)
		}
		s.write(w, r, a, banner)
	})
}

func (s *Site) write(w http.ResponseWriter, r *http.Request, a *answer, banner string) {
	if a.location != "" {
		http.Redirect(w, r, a.location, http.StatusFound)
		return
	}
	body, mediaType := a.data, a.mediaType
	if body == nil {
		made, err := s.pages.render(a, frame{Title: a.title, Nav: a.nav, Banner: banner, Query: searched(r), Keys: keysOf(a.page), Now: a.page})
		if err != nil {
			s.options.Log.Error("page", "path", r.URL.Path, "err", err)
			http.Error(w, "The page could not be made. Nothing was changed. The server's log says why.", http.StatusInternalServerError)
			return
		}
		body, mediaType = made, "text/html; charset=utf-8"
	} else {
		w.Header().Set("X-Row-Count", fmt.Sprint(a.rows))
	}
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Cache-Control", "private, no-cache")
	send(w, r, a.status, body)
}

func searched(r *http.Request) string {
	if r.URL.Path == "/search" {
		return r.URL.Query().Get("q")
	}
	return ""
}

// typed cuts a known extension off the id in the path: "INC-7K3M9Q.json".
func (r *request) typed() (id, extension string) {
	id, extension, _ = strings.Cut(r.PathValue("id"), ".")
	return id, extension
}

// find turns a public id as typed into the record.
func (r *request) find(typed string) (dateline.ID, dateline.PublicID, error) {
	public, err := dateline.ParsePublic(typed)
	if err != nil {
		return "", "", err
	}
	id, err := r.tx.Find(r.ctx, public)
	if dateline.CodeOf(err) == dateline.NotFound {
		return "", "", dateline.Errorf(dateline.NotFound, "no %s in this store", public)
	}
	return id, public, err
}

// only refuses query keys that a page does not act on: an ignored key would
// show something else than was asked for.
func (r *request) only(known ...string) error {
	for key := range r.URL.Query() {
		if !contains(known, key) {
			return unknownKey(key, known)
		}
	}
	return nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

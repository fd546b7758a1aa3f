package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store/query"
)

// failureView says what happened, what was kept and what to do next.
type failureView struct {
	Heading string
	What    string
	Kept    string
	Next    string
	Near    []hit // records that differ by one character
	Fixed   string
	Word    string // what was probably meant
}

var statuses = map[dateline.Code]int{dateline.NotFound: http.StatusNotFound, dateline.Mistyped: http.StatusNotFound, dateline.Invalid: http.StatusBadRequest,
	dateline.Unsupported: http.StatusNotImplemented, dateline.Forbidden: http.StatusForbidden, dateline.Conflict: http.StatusConflict, dateline.Unavailable: http.StatusServiceUnavailable}

var failureHeadings = map[int]string{http.StatusNotFound: "Not found", http.StatusBadRequest: "This address cannot be read", http.StatusNotImplemented: "Not there yet",
	http.StatusForbidden: "Not allowed", http.StatusConflict: "Changed meanwhile", http.StatusServiceUnavailable: "The store cannot be read now", http.StatusInternalServerError: "This page could not be made"}

// failure is the page of an error. What went wrong inside is logged and not
// told to readers, who could do nothing about it.
func (s *Site) failure(r *request, err error) *answer {
	status, ok := statuses[dateline.CodeOf(err)]
	if !ok {
		status = http.StatusInternalServerError
	}
	v := &failureView{Heading: failureHeadings[status]}
	if status >= 500 {
		s.options.Log.Error("page", "path", r.URL.Path, "err", err)
		v.What, v.Kept = "Something in the store could not be read.", "Nothing was changed."
		v.Next = "The server’s log says what. dateline verify looks for damage."
	} else {
		v.say(err)
	}
	if dateline.CodeOf(err) == dateline.Mistyped && r.tx != nil {
		v.Near = r.near(r.asked())
	}
	return &answer{status: status, page: "failure", title: v.Heading, body: v}
}

// say takes the three parts of an error apart.
func (v *failureView) say(err error) {
	var coded *dateline.Error
	if errors.As(err, &coded) {
		v.Kept, v.Next = ended(coded.Kept), ended(coded.Next)
		short := *coded
		short.Kept, short.Next = "", ""
		v.What = ended(sentenceCase(short.Error()))
		return
	}
	v.What = ended(sentenceCase(err.Error()))
}

func ended(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// asked is the id that the request was about.
func (r *request) asked() string {
	if id, _ := r.typed(); id != "" {
		return id
	}
	return r.URL.Query().Get("q")
}

// near are the records whose ids differ from a mistyped one by one character.
func (r *request) near(typed string) []hit {
	prefix, body, ok := strings.Cut(strings.ToUpper(strings.TrimSpace(typed)), "-")
	if !ok {
		return nil
	}
	var out []hit
	for i := range body {
		for _, c := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			public, err := dateline.ParsePublic(prefix + "-" + body[:i] + string(c) + body[i+1:])
			if err != nil {
				continue
			}
			if _, err := r.tx.Find(r.ctx, public); err == nil {
				out = append(out, hit{ID: public, Link: place(public)})
			}
		}
	}
	return out
}

// unknownKey is the error for a key that a page does not know.
func unknownKey(key string, known []string) error {
	e := &dateline.Error{Code: dateline.Invalid, What: "unknown key " + key + "=", Kept: "Nothing was shown, because an ignored key would show something else than was asked for"}
	if near := query.Nearest(key, known); near != "" {
		e.What += ". Did you mean " + near + "=?"
	}
	return e
}

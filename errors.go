package dateline

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of failure an error is, so that the edge of the program
// can choose an exit status or an HTTP status without reading its words.
type Code string

const (
	// Invalid: the input or the value breaks a rule; nothing was done.
	Invalid Code = "invalid"
	// NotFound: no such record, file or store.
	NotFound Code = "not_found"
	// Mistyped: an id whose check character does not fit.
	Mistyped Code = "mistyped"
	// Conflict: somebody changed it first; nothing was written.
	Conflict Code = "conflict"
	// Unreadable: bytes that cannot be read as what they are said to be.
	Unreadable Code = "unreadable"
	// Unsupported: understood, and not done yet.
	Unsupported Code = "unsupported"
	// Damaged: stored data does not agree with itself.
	Damaged Code = "damaged"
	// Unavailable: a store or service that cannot be reached or written.
	Unavailable Code = "unavailable"
	// Forbidden: not allowed in this mode or for this person.
	Forbidden Code = "forbidden"
)

// Error is an error with a code, and with what was kept and what to do next
// where that helps the reader.
type Error struct {
	Code Code
	What string // what happened
	Kept string // what was kept, if anything was at stake
	Next string // what to do next
	Err  error  // the cause, if another error caused it
}

// Error joins what happened, what was kept and what to do next.
func (e *Error) Error() string {
	s := e.What
	if e.Err != nil {
		if s != "" {
			s += ": "
		}
		s += e.Err.Error()
	}
	return follow(follow(s, e.Kept), e.Next)
}

// follow puts a sentence behind others; a question mark ends one already.
func follow(s, next string) string {
	switch {
	case next == "":
		return s
	case strings.HasSuffix(s, "?"):
		return s + " " + next
	}
	return s + ". " + next
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an error with a code. A %w verb keeps the cause.
func Errorf(code Code, format string, args ...any) *Error {
	wrapped := fmt.Errorf(format, args...)
	if cause := errors.Unwrap(wrapped); cause != nil {
		return &Error{Code: code, Err: wrapped}
	}
	return &Error{Code: code, What: wrapped.Error()}
}

// CodeOf gives the code of the first coded error in err's chain, or "" if
// there is none.
func CodeOf(err error) Code {
	var coded *Error
	if errors.As(err, &coded) {
		return coded.Code
	}
	return ""
}

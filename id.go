package dateline

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// ID is an internal identifier: a prefix, an underscore and the first 26
// characters of the lower-case base 32 of the SHA-256 of a canonical key.
// Equal keys give equal ids on every machine (domain §1.1, principle 10).
type ID string

// Prefixes of internal ids, domain §1.1.
const (
	PrefixReport        = "rep"
	PrefixPassage       = "psg"
	PrefixMention       = "mnt"
	PrefixClaim         = "clm"
	PrefixIncident      = "inc"
	PrefixFigure        = "fig"
	PrefixActor         = "act"
	PrefixPlace         = "plc"
	PrefixSource        = "src"
	PrefixOrigin        = "org"
	PrefixContradiction = "con"
	PrefixFamily        = "fam"
	PrefixDecision      = "dec"
	PrefixReview        = "rvw"
	PrefixBrief         = "brf"
	PrefixJob           = "job"
)

var lowerBase32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewID makes the id of the record whose canonical key is the given parts.
// Parts are joined by a NUL byte, so that ("a", "bc") and ("ab", "c") differ.
func NewID(prefix string, parts ...string) ID {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	var text [52]byte
	lowerBase32.Encode(text[:], sum[:])
	return ID(prefix + "_" + string(text[:26]))
}

// Prefix is the part before the underscore, or "" if there is none.
func (id ID) Prefix() string {
	prefix, _, ok := strings.Cut(string(id), "_")
	if !ok {
		return ""
	}
	return prefix
}

// Whole says that the id has the form of one: a prefix and 26 characters.
func (id ID) Whole() bool {
	prefix, body, ok := strings.Cut(string(id), "_")
	foreign := func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '2' && r <= '7') }
	return ok && prefix != "" && len(body) == 26 && strings.IndexFunc(body, foreign) < 0
}

// Hash is the lower-case hexadecimal SHA-256 of b.
func Hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

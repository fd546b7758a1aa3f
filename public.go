package dateline

import (
	"crypto/sha256"
	"strings"
)

// PublicID is the form of an id that people see, say and type: a prefix, a
// hyphen, five characters of Crockford base 32 and a check character, as in
// INC-7K3M9Q (domain §1.1).
type PublicID string

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// publicPrefixes maps the prefix of an internal id to the public one. Records
// without an entry have no public id; they are reached through their owner.
var publicPrefixes = map[string]string{
	PrefixIncident: "INC", PrefixReport: "R", PrefixClaim: "C", PrefixSource: "S",
	PrefixActor: "A", PrefixPlace: "P", PrefixOrigin: "O", PrefixReview: "V",
	PrefixBrief: "B", PrefixJob: "J", PrefixDecision: "D",
}

// PublicPrefix gives the public prefix of an internal id, and whether records
// of its kind have public ids at all.
func PublicPrefix(id ID) (string, bool) {
	p, ok := publicPrefixes[id.Prefix()]
	return p, ok
}

// MintPublic chooses the public id of a record. It reads windows of 25 bits
// from the SHA-256 of the internal id, from bit 0 in steps of 5, and takes the
// first whose check value is a letter of the alphabet and that is not taken.
// When all windows of that width are used up it goes on with 30 bits, and so a
// seventh character.
func MintPublic(id ID, taken func(PublicID) bool) (PublicID, error) {
	prefix, ok := PublicPrefix(id)
	if !ok {
		return "", Errorf(Invalid, "records like %s have no public id", id)
	}
	sum := sha256.Sum256([]byte(id))
	for digits := 5; digits <= 8; digits++ {
		for at := 0; at+5*digits <= len(sum)*8; at += 5 {
			value := window(sum[:], at, 5*digits)
			if value%37 > 31 {
				continue
			}
			public := PublicID(prefix + "-" + encodePublic(value, digits))
			if !taken(public) {
				return public, nil
			}
		}
	}
	return "", Errorf(Conflict, "no public id is free for %s", id)
}

// window reads n bits of b from bit at, most significant first.
func window(b []byte, at, n int) uint64 {
	var v uint64
	for i := at; i < at+n; i++ {
		v = v<<1 | uint64(b[i/8]>>(7-i%8)&1)
	}
	return v
}

func encodePublic(value uint64, digits int) string {
	out := make([]byte, digits+1)
	out[digits] = crockford[value%37]
	for i, rest := digits-1, value; i >= 0; i-- {
		out[i] = crockford[rest&31]
		rest >>= 5
	}
	return string(out)
}

// ParsePublic reads a public id as people type it: any case, the hyphen
// optional, O for 0 and I or L for 1 after the prefix. A string that has the
// form of an id but fails its check character gives an error with code
// Mistyped, which is not the same as not found.
func ParsePublic(s string) (PublicID, error) {
	prefix, body, ok := splitPublic(strings.ToUpper(strings.TrimSpace(s)))
	if !ok {
		return "", Errorf(Invalid, "%q is not an id", s)
	}
	body = strings.NewReplacer("O", "0", "I", "1", "L", "1").Replace(body)
	var value uint64
	for i := 0; i < len(body)-1; i++ {
		d := strings.IndexByte(crockford, body[i])
		if d < 0 {
			return "", Errorf(Invalid, "%q is not an id: %q does not occur in ids", s, body[i])
		}
		value = value<<5 | uint64(d)
	}
	if check := value % 37; check > 31 || crockford[check] != body[len(body)-1] {
		return "", Errorf(Mistyped, "%s-%s is mistyped (its last character does not fit)", prefix, body)
	}
	return PublicID(prefix + "-" + body), nil
}

// splitPublic cuts a prefix known to the program from the front of s.
func splitPublic(s string) (prefix, body string, ok bool) {
	if p, b, found := strings.Cut(s, "-"); found {
		return p, b, knownPublicPrefix(p) && len(b) >= 6 && len(b) <= 9
	}
	for _, p := range publicPrefixes {
		if rest, found := strings.CutPrefix(s, p); found && len(rest) == 6 && len(p) > len(prefix) {
			prefix, body, ok = p, rest, true
		}
	}
	return prefix, body, ok
}

func knownPublicPrefix(p string) bool {
	for _, known := range publicPrefixes {
		if p == known {
			return true
		}
	}
	return false
}

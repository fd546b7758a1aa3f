package clean

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decodeText turns bytes into UTF-8 text and names how. In this order: a byte
// order mark decides; valid UTF-8 is taken as it is; a page's own declaration
// decides; text that is UTF-8 but for a few bytes has each bad byte replaced
// by U+FFFD; the rest is read as Windows-1252. NUL becomes U+FFFD always. The
// raw bytes are kept beside it by the store, so nothing is lost.
func decodeText(b []byte, mediaType string) (text, how string) {
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		b = b[3:]
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}), bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return decodeAs(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), b), "utf-16"
	case utf16Without(b) != nil:
		return decodeAs(utf16Without(b), b), "utf-16"
	}
	if utf8.Valid(b) {
		return noNUL(string(b)), "utf-8"
	}
	if strings.Contains(mediaType, "html") || strings.Contains(mediaType, "charset") {
		if enc, name, _ := charset.DetermineEncoding(b, mediaType); name != "utf-8" && name != "windows-1252" {
			return decodeAs(enc, b), name
		}
	}
	if mostlyUTF8(b) {
		return noNUL(strings.ToValidUTF8(string(b), "\uFFFD")), "utf-8, repaired"
	}
	return decodeAs(charmap.Windows1252, b), "windows-1252"
}

func decodeAs(enc encoding.Encoding, b []byte) string {
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		out = b
	}
	return noNUL(strings.ToValidUTF8(string(out), "\uFFFD"))
}

func noNUL(s string) string { return strings.ReplaceAll(s, "\x00", "\uFFFD") }

// utf16Without finds UTF-16 without a mark: every other byte of Latin text in
// it is zero.
func utf16Without(b []byte) encoding.Encoding {
	head := b[:min(len(b), 512)]
	var even, odd int
	for i, c := range head {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	switch quarter := len(head) * 2 / 5; {
	case len(head) < 8:
		return nil
	case odd > quarter && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > quarter && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostlyUTF8 says whether valid sequences of several bytes outnumber bad bytes.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		b = b[size:]
	}
	return good > 4*bad
}

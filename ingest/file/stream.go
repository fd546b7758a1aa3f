package file

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"strings"

	dateline "github.com/opendateline/dateline"
	"github.com/opendateline/dateline/ingest/jsonl"
)

// kinds of content by their first bytes that are not reports yet.
var unsupported = []struct{ magic, name string }{
	{"%PDF-", "a PDF file"}, {"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
	{"\xd0\xcf\x11\xe0", "an old Office document"}, {"{\\rtf", "an RTF document"}, {"SQLite format 3", "a database"},
	{"WARC/", "a web archive"}, {"7z\xbc\xaf", "a 7z archive"}, {"BZh", "a bzip2 file"}, {"\xfd7zXZ", "an xz file"}, {"\x7fELF", "a program"},
}

// readStream reads one input by what it is: its first bytes decide, then its
// extension.
func readStream(r io.Reader, name, ext string, o Options, yield yielder) bool {
	in := bufio.NewReaderSize(r, 64<<10)
	head, _ := in.Peek(16) // a short input has a short head; its error comes again on reading
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return readGzip(in, name, ext, o, yield)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return readZip(in, name, ext, o, yield)
	}
	for _, kind := range unsupported {
		if bytes.HasPrefix(head, []byte(kind.magic)) {
			return yield(dateline.Raw{Name: name}, notYet(name, kind.name))
		}
	}
	if ext == ".jsonl" || ext == ".ndjson" {
		return readLines(in, name, o, yield)
	}
	return yield(readReport(in, name, ext, o.limit()))
}

func notYet(name, kind string) error {
	return &dateline.Error{Code: dateline.Unsupported, What: fmt.Sprintf("%s is %s, which Dateline does not read yet", name, kind),
		Kept: "Nothing was stored from it", Next: "Save its text as a .txt or .html file"}
}

func readLines(in io.Reader, name string, o Options, yield yielder) bool {
	for raw, err := range jsonl.Read(in, name, o.limit()) {
		if !yield(raw, err) {
			return false
		}
	}
	return true
}

var mediaTypes = map[string]string{".txt": "text/plain", ".md": "text/plain", ".text": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}

// readReport reads one report of at most limit bytes.
func readReport(in io.Reader, name, ext string, limit int64) (dateline.Raw, error) {
	raw := dateline.Raw{Name: name, MediaType: mediaTypes[ext]}
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case err != nil:
		return raw, readError(name, err)
	case int64(len(b)) > limit:
		return raw, tooLarge(name, limit)
	case len(bytes.TrimSpace(b)) == 0:
		return raw, dateline.Errorf(dateline.Unreadable, "%s is empty", name)
	}
	raw.Bytes = b
	return raw, nil
}

func tooLarge(name string, limit int64) error {
	return &dateline.Error{Code: dateline.Unreadable, What: fmt.Sprintf("%s is larger than the limit of %d bytes", name, limit),
		Kept: "Nothing was stored from it", Next: "Raise the size limit to read it"}
}

// readGzip unpacks one layer. What comes out may not be packed again.
func readGzip(in io.Reader, name, ext string, o Options, yield yielder) bool {
	z, err := gzip.NewReader(in)
	if err != nil {
		return yield(dateline.Raw{Name: name}, dateline.Errorf(dateline.Unreadable, "%s is a damaged gzip file: %w", name, err))
	}
	defer z.Close()
	if ext == ".gz" {
		ext = strings.ToLower(path.Ext(strings.TrimSuffix(name, path.Ext(name))))
	}
	bounded := &budget{in: z, left: o.total(), name: name}
	if ext == ".jsonl" || ext == ".ndjson" {
		return readLines(bounded, name, o, yield)
	}
	return yield(readReport(bounded, name, ext, o.limit()))
}

// budget stops a reading after a number of bytes, with an error.
type budget struct {
	in   io.Reader
	left int64
	name string
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, tooLarge(b.name, b.left)
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

// readZip reads the files of an archive in their order. The archive itself is
// held to the limit of one reading, what comes out of it to the total.
func readZip(in io.Reader, name, ext string, o Options, yield yielder) bool {
	if ext == ".docx" || ext == ".odt" || ext == ".xlsx" || ext == ".epub" {
		return yield(dateline.Raw{Name: name}, notYet(name, "an Office document"))
	}
	packed, err := io.ReadAll(io.LimitReader(in, o.total()+1))
	if err != nil || int64(len(packed)) > o.total() {
		return yield(dateline.Raw{Name: name}, tooLarge(name, o.total()))
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return yield(dateline.Raw{Name: name}, dateline.Errorf(dateline.Unreadable, "%s is a damaged zip file: %w", name, err))
	}
	left := o.total()
	for _, f := range archive.File {
		if f.FileInfo().IsDir() || strings.HasPrefix(path.Base(f.Name), ".") {
			continue
		}
		if !readZipped(f, name+"/"+f.Name, &left, o, yield) {
			return false
		}
		if left <= 0 {
			return yield(dateline.Raw{Name: name}, tooLarge(name, o.total()))
		}
	}
	return true
}

func readZipped(f *zip.File, name string, left *int64, o Options, yield yielder) bool {
	r, err := f.Open()
	if err != nil {
		return yield(dateline.Raw{Name: name}, readError(name, err))
	}
	defer r.Close()
	bounded := &budget{in: r, left: *left, name: name}
	before := bounded.left
	going := readStreamInside(bounded, name, o, yield)
	*left -= before - bounded.left
	return going
}

// readStreamInside reads a file of an archive; archives inside are not opened.
func readStreamInside(r io.Reader, name string, o Options, yield yielder) bool {
	in := bufio.NewReader(r)
	head, _ := in.Peek(4)
	if bytes.HasPrefix(head, []byte{0x1f, 0x8b}) || bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return yield(dateline.Raw{Name: name}, notYet(name, "an archive inside an archive"))
	}
	return readStream(in, name, strings.ToLower(path.Ext(name)), o, yield)
}

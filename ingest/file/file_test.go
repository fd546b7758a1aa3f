package file

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	dateline "github.com/opendateline/dateline"
)

func write(t *testing.T, dir, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func packed(t *testing.T, b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zipped(t *testing.T, files ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read gives one line an item: its bytes, or the code of its error.
func read(paths []string, o Options) string {
	var out []string
	for raw, err := range Read(paths, o) {
		if err != nil {
			out = append(out, "error "+string(dateline.CodeOf(err)))
		} else {
			out = append(out, string(raw.Bytes))
		}
	}
	return strings.Join(out, ",")
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	zeros := bytes.Repeat([]byte{'0'}, 5000)
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a.txt", []byte("one"), "one"},
		{"empty.txt", []byte(" \n"), "error unreadable"},
		{"b.pdf", []byte("%PDF-1.7 ..."), "error unsupported"},
		{"c.jsonl", []byte("{\"id\":\"x\",\"text\":\"two\"}\nnot json\n\n{\"id\":\"y\"}\n{\"text\":\"three\"}"), "two,error unreadable,error unreadable,three"},
		{"d.txt.gz", packed(t, []byte("four")), "four"},
		{"e.jsonl.gz", packed(t, []byte("{\"text\":\"five\"}\n")), "five"},
		{"bomb.txt.gz", packed(t, zeros), "error unreadable"},
		{"f.zip", zipped(t, "x.txt", "six", "y.txt", "seven", "z.pdf", "%PDF-1"), "six,seven,error unsupported"},
		{"bomb.zip", zipped(t, "x.txt", string(zeros), "y.txt", "eight"), "error unreadable,eight"},
		{"nested.zip", zipped(t, "x.zip", string(zipped(t, "y.txt", "nine"))), "error unsupported"},
		{"long.txt", zeros, "error unreadable"},
		{"long.jsonl", []byte("{\"text\":\"" + string(zeros) + "\"}\n{\"text\":\"ten\"}\n"), "error unreadable,ten"},
		{"damaged.gz", []byte("\x1f\x8bxx"), "error unreadable"},
		{"damaged.zip", []byte("PK\x03\x04xx"), "error unreadable"},
	} {
		path := write(t, dir, c.name, c.data)
		if got := read([]string{path}, Options{Limit: 1000}); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestReadFoldersPatternsStdin(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b/two.txt", []byte("2"))
	write(t, dir, "a.txt", []byte("1"))
	write(t, dir, ".hidden/x.txt", []byte("no"))
	if got := read([]string{dir, filepath.Join(dir, "*.txt"), filepath.Join(dir, "none"), filepath.Join(dir, "*.xml"), "-"}, Options{Stdin: strings.NewReader("in")}); got != "1,2,1,error not_found,error not_found,in" {
		t.Error(got)
	}
}

// DAT-15: nothing is taken from the file system but bytes and path.
func TestReadNoFileTime(t *testing.T) {
	path := write(t, t.TempDir(), "2020-01-01.txt", []byte("text"))
	for raw, err := range Read([]string{path}, Options{}) {
		if err != nil || raw.Published != "" {
			t.Error(raw.Published, err)
		}
	}
}

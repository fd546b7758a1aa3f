package dateline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/opendateline/dateline"

// mayImport is the table of the house: what each room may import of the
// program itself, besides its own rooms inside. "" is the root. A room that is
// missing here is a mistake: give it a line.
var mayImport = map[string][]string{
	"":          {},
	"ingest":    {""},
	"clean":     {""},
	"extract":   {""},
	"resolve":   {""},
	"recent":    {},
	"link":      {"", "recent"},
	"reconcile": {""},
	"store":     {"", "recent"},
	"export":    {""},
	"chart":     {"", "wording"},
	"wording":   {""},
	"pipeline":  {"", "ingest", "clean", "extract", "resolve", "link", "reconcile", "store"},
	"serve":     {"", "store", "export", "chart", "wording"},
	"eval":      {"", "pipeline", "ingest", "clean", "extract", "resolve", "link", "reconcile", "store"},
	"demo":      {"", "ingest"},
	"train":     {"", "ingest", "clean", "extract", "resolve", "link", "eval"},
	"cmd":       {"", "ingest", "clean", "extract", "resolve", "link", "reconcile", "store", "export", "chart", "pipeline", "serve", "eval", "demo", "wording"},
}

// TestLayout reads the imports of every file and holds them to the table, so
// that stages meet only in the root's nouns and in pipeline. Tests may import
// what they measure.
func TestLayout(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata" || d.Name() == "tools") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			checkImports(t, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, path string) {
	t.Helper()
	room := roomOf(filepath.ToSlash(filepath.Dir(path)))
	allowed, known := mayImport[room]
	if !known {
		t.Errorf("%s: room %q is not in the table of the house", path, room)
		return
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if imported != module && !strings.HasPrefix(imported, module+"/") {
			if room == "" && strings.Contains(imported, ".") {
				t.Errorf("%s imports %s; the nouns depend on the standard library only", path, imported)
			}
			continue
		}
		target := roomOf(strings.TrimPrefix(strings.TrimPrefix(imported, module), "/"))
		if target != room && !contains(allowed, target) {
			t.Errorf("%s (room %q) imports room %q, which the table does not allow", path, room, target)
		}
	}
}

func roomOf(dir string) string {
	if dir == "." {
		return ""
	}
	first, _, _ := strings.Cut(dir, "/")
	return first
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

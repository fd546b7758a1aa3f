package eval

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dev.conll")
	if err := os.WriteFile(path, []byte("In\tO\nPort\tB-location\nDolva\tI-location\n\nHello\tO\nIda\tB-person\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	reports, rows, err := Names(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(reports) != 2 || reports[0].Text != "In Port Dolva" || reports[1].Text != "Hello Ida" {
		t.Fatalf("read %+v", reports)
	}
	want := []EntitiesRow{{"text-1", []Entity{{at(3, 13), "location", 1}}}, {"text-2", []Entity{{at(6, 9), "person", 1}}}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("read %+v, want %+v", rows, want)
	}
}

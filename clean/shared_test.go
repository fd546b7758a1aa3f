package clean

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedDir finds the folder of the data sets, or skips.
func sharedDir(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("DATELINE_SHARED"); dir != "" {
		return dir
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
			continue
		}
		shared := filepath.Join(dir, "..", "shared")
		if _, err := os.Stat(shared); err == nil {
			return shared
		}
	}
	if os.Getenv("DATELINE_REQUIRE_SHARED") == "1" {
		t.Fatal("the shared data sets are required and absent")
	}
	t.Skip("the shared data sets are absent")
	return ""
}

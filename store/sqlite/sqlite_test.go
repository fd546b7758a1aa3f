package sqlite_test

import (
	"testing"

	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

func create(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Create(t.Context(), t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return create(t) })
}

package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"dateline": main}) }

// TestScripts runs the command line as people do, each script in a folder and
// store of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Setup: func(e *testscript.Env) error {
		e.Setenv("DATELINE_STORE", e.WorkDir+"/store")
		e.Setenv("HOME", e.WorkDir)
		e.Setenv("USER", "tester")
		return nil
	}})
}

// Package artifact writes what a training command has learned: its files of
// parameters, and the manifest beside them that says what they are, what they
// were learned from and how well they do.
package artifact

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract/logit"
)

// File writes a file of parameters into a folder that is there, and gives its
// SHA-256 in hex.
func File(folder, name string, content []byte) (sum string, err error) {
	hash := sha256.Sum256(content)
	return hex.EncodeToString(hash[:]), os.WriteFile(filepath.Join(folder, name), content, 0o644)
}

// Model writes a file of the parameters of a model, and gives its size and SHA-256.
func Model(folder, name string, m *logit.Model) (size int, sum string, err error) {
	var file bytes.Buffer
	if err := m.Write(&file); err != nil {
		return 0, "", err
	}
	sum, err = File(folder, name, file.Bytes())
	return file.Len(), sum, err
}

// Manifest writes manifest.json; the fields are the command's own.
func Manifest(folder string, fields any) error {
	about, err := json.MarshalIndent(fields, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "manifest.json"), append(about, '\n'), 0o644)
}

// Scores are the values of a result by metric, cut to thousandths.
func Scores(r eval.Result) map[string]float64 {
	scores := map[string]float64{}
	for _, m := range r.Metrics {
		scores[m.Name] = float64(int(m.Value*1000)) / 1000
	}
	return scores
}

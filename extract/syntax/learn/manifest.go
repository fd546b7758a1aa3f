package learn

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"

	dateline "github.com/opendateline/dateline"
)

// entry describes one model file in manifest.json.
type entry struct {
	Name    string   `json:"name"`
	Does    string   `json:"does"`
	Data    []string `json:"data"`
	Licence string   `json:"licence"`
	Command string   `json:"command"`
	Seed    int      `json:"seed"`
	Bytes   int      `json:"bytes"`
	SHA256  string   `json:"sha256"`
	Scores  []string `json:"scores,omitempty"`
}

const treebankLicence = "parameters from UD English-EWT (CC BY-SA 4.0) and GUM (annotations CC BY 4.0; texts CC BY 2.5 to 4.0, CC BY-SA 3.0)"

func entries() []entry {
	banks := []string{"ud_ewt/train", "gum/train"}
	news := append([]string{"*/reports.jsonl"}, banks...)
	return []entry{
		{Name: "clusters.bin", Does: "word clusters", Data: news, Command: "clusters", Licence: "word statistics of news texts; no text"},
		{Name: "tagger.bin", Does: "Penn and Universal tags", Data: banks, Command: "tagger", Licence: treebankLicence},
		{Name: "moves.bin", Does: "heads", Data: banks, Command: "parser", Licence: treebankLicence},
		{Name: "relations.bin", Does: "relations", Data: banks, Command: "parser", Licence: treebankLicence},
		{Name: "lemmas.tsv", Does: "lemma rules", Data: banks, Command: "lemma", Licence: treebankLicence},
		{Name: "habits.bin", Does: "decisions taken without weighing", Data: news, Command: "habits", Licence: "statistics of what the other models decide on news texts; no text"},
		{Name: "truecase.bin", Does: "case of words in texts in capitals", Data: news, Command: "truecase", Licence: "word statistics of news texts; no text"},
	}
}

// Manifest measures the models in o.Out on the dev splits and writes
// manifest.json.
func Manifest(o Options) error {
	scores, err := Report(o, "dev")
	if err != nil {
		return err
	}
	all := entries()
	for i := range all {
		e := &all[i]
		data, err := os.ReadFile(filepath.Join(o.Out, e.Name))
		if err != nil {
			return dateline.Errorf(dateline.Unreadable, "model: %w", err)
		}
		sum := sha256.Sum256(data)
		e.Command = "go run ./train " + e.Command
		e.Seed, e.Bytes, e.SHA256 = seed, len(data), hex.EncodeToString(sum[:])
		if e.Command != "go run ./train clusters" && e.Command != "go run ./train truecase" {
			e.Scores = scores
		}
	}
	file, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return dateline.Errorf(dateline.Invalid, "manifest: %w", err)
	}
	return o.write("manifest.json", append(file, '\n'))
}

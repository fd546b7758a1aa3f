package jsonl

import (
	"strings"
	"testing"
)

func FuzzRead(f *testing.F) {
	f.Add("{\"id\":\"a\",\"text\":\"b\",\"published\":\"2020\"}\n{]\n")
	f.Fuzz(func(t *testing.T, s string) {
		for raw, err := range Read(strings.NewReader(s), "x", 100) {
			if err == nil && len(raw.Bytes) > 100*6 || raw.Name == "" {
				t.Fatal(raw.Name, len(raw.Bytes))
			}
		}
	})
}

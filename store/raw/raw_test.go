package raw_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store/raw"
)

func TestPutAndGet_ETH6(t *testing.T) {
	ctx, root := t.Context(), t.TempDir()
	d, err := raw.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	blobs := [][]byte{[]byte("a report"), {}, []byte("a report"), []byte("another\x00")}
	for range 2 { // a second time costs nothing and changes nothing
		hashes, err := d.Put(ctx, blobs...)
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range hashes {
			got, err := d.Get(ctx, h)
			if err != nil || string(got) != string(blobs[i]) || h != dateline.Hash(blobs[i]) {
				t.Errorf("blob %d: %q %v", i, got, err)
			}
		}
	}
	var names []string
	for name, err := range d.All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if len(names) != 3 {
		t.Errorf("files: %v", names)
	}
	for _, bad := range []string{"", "a", "../../x", dateline.Hash([]byte("none"))} {
		if _, err := d.Get(ctx, bad); err == nil || d.Has(bad) {
			t.Errorf("%q was found", bad)
		}
	}
}

// TestDamagedFile: a file that was cut short is written again.
func TestDamagedFile(t *testing.T) {
	ctx := t.Context()
	d, err := raw.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	b := []byte("a report")
	if _, err := d.Put(ctx, b); err != nil {
		t.Fatal(err)
	}
	path := d.Path(dateline.Hash(b))
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o444 {
		t.Errorf("mode %v %v", info.Mode(), err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("a rep"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Get(ctx, dateline.Hash(b)); dateline.CodeOf(err) != dateline.Damaged {
		t.Errorf("cut short: %v", err)
	}
	if _, err := d.Put(ctx, b); err != nil {
		t.Fatal(err)
	}
	if got, err := d.Get(ctx, dateline.Hash(b)); err != nil || string(got) != string(b) {
		t.Errorf("after writing it again: %q %v", got, err)
	}
	if rest, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".new-*")); len(rest) > 0 {
		t.Errorf("left behind: %v", rest)
	}
}

func BenchmarkPut(b *testing.B) {
	for _, size := range []int{1, 16, 128} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			d, err := raw.Open(b.TempDir())
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for b.Loop() {
				blobs := make([][]byte, size)
				for k := range blobs {
					blobs[k] = fmt.Appendf(make([]byte, 4000), "%d", n)
					n++
				}
				if _, err := d.Put(b.Context(), blobs...); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "files/s")
		})
	}
}

package clean

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

type pageGold struct {
	Report    string
	HTML      string
	Text      string
	Must      []string
	MustNot   []string `json:"must_not"`
	Title     string
	Published string
}

func readGold(t testing.TB, set string) (dir string, gold []pageGold) {
	dir = filepath.Join(sharedDir(t), "data", set, "dev")
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var g pageGold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		gold = append(gold, g)
	}
	return dir, gold
}

// extracted gives the article text of a gold page and the time it took.
func extracted(t testing.TB, dir string, g pageGold) (page, string, time.Duration) {
	source, err := os.ReadFile(filepath.Join(dir, g.HTML))
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	text, _ := decodeText(source, "text/html")
	p, err := readPage(text)
	if err != nil {
		t.Fatal(err)
	}
	return p, strings.Join(p.blocks, "\n"), time.Since(start)
}

// TestTrafilaturaPages holds the share of wanted and unwanted pieces.
func TestTrafilaturaPages(t *testing.T) {
	dir, gold := readGold(t, "html_trafilatura")
	var found, missed, wrong int
	var spent time.Duration
	for _, g := range gold {
		_, text, d := extracted(t, dir, g)
		spent += d
		f, m, w := pieces(text, g)
		found, missed, wrong = found+f, missed+m, wrong+w
		if testing.Verbose() && m+w > 0 {
			t.Logf("%s: %d missed, %d wrong", g.Report, m, w)
		}
	}
	f1 := 2 * float64(found) / float64(2*found+missed+wrong)
	t.Logf("pages %d, found %d, missed %d, wrong %d, F1 %.3f, %.0f pages/s", len(gold), found, missed, wrong, f1, float64(len(gold))/spent.Seconds())
	if f1 < floorTrafilatura {
		t.Errorf("F1 %.3f is below %.3f", f1, floorTrafilatura)
	}
}

func pieces(text string, g pageGold) (found, missed, wrong int) {
	for _, piece := range g.Must {
		if strings.Contains(text, strings.Join(strings.Fields(piece), " ")) {
			found++
		} else {
			missed++
		}
	}
	for _, piece := range g.MustNot {
		if strings.Contains(text, strings.Join(strings.Fields(piece), " ")) {
			wrong++
		}
	}
	return found, missed, wrong
}

// TestReadabilityPages holds the token F1 of the text.
func TestReadabilityPages(t *testing.T) {
	dir, gold := readGold(t, "html_readability")
	var sum float64
	for _, g := range gold {
		_, text, _ := extracted(t, dir, g)
		f1 := tokenF1(text, g.Text)
		sum += f1
		if testing.Verbose() && f1 < 0.9 {
			t.Logf("%s %.3f", g.Report, f1)
		}
	}
	mean := sum / float64(len(gold))
	t.Logf("pages %d, mean token F1 %.3f", len(gold), mean)
	if mean < floorReadability {
		t.Errorf("token F1 %.3f is below %.3f", mean, floorReadability)
	}
}

func tokenF1(got, want string) float64 {
	counts := map[string]int{}
	a, b := strings.Fields(got), strings.Fields(want)
	for _, w := range b {
		counts[w]++
	}
	same := 0
	for _, w := range a {
		if counts[w] > 0 {
			counts[w]--
			same++
		}
	}
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(same) / float64(len(a)+len(b))
}

const (
	floorTrafilatura = 0.925
	floorReadability = 0.925
)

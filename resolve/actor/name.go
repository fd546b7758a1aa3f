package actor

import (
	"strings"

	dateline "github.com/opendateline/dateline"
)

// NameRelation says how two written names stand to each other (ACT-6).
type NameRelation string

const (
	SameName        NameRelation = "same"
	SpellingVariant NameRelation = "spelling_variant" // equal on the skeleton of ACT-7
	PartOfName      NameRelation = "part"             // one leaves parts out, none disagrees
	NisbaDiffers    NameRelation = "nisba_differs"    // name_variant, low
	KunyaDiffers    NameRelation = "kunya_differs"    // name_variant, medium
	OtherPerson     NameRelation = "identity"         // different given name, high
)

// ParseName takes a personal name apart. A name without Arabic parts keeps its
// words in Given. Order of the parts: kunya, given name, nasab, laqab, nisba.
func ParseName(text string) dateline.PersonName {
	p := dateline.PersonName{Text: text}
	words := nameWords(text)
	for i := 0; i < len(words); {
		switch w := fold(words[i]); {
		case kunyas[w] && i+1 < len(words) && p.Kunya == "":
			end := i + 2
			if particles[fold(words[i+1])] && end < len(words) {
				end++
			}
			p.Kunya, i = strings.Join(words[i:end], " "), end
		case nasabs[w] && i+1 < len(words):
			p.Nasab, i = strings.TrimSpace(p.Nasab+" "+words[i]+" "+words[i+1]), i+2
		case article(w) && i+1 < len(words) && (p.Given != "" || p.Kunya != ""):
			addArticled(&p, words[i]+"-"+words[i+1])
			i += 2
		default:
			p.Given, i = strings.TrimSpace(p.Given+" "+words[i]), i+1
		}
	}
	return p
}

// addArticled files a part with the article: a nisba ends in -i or stands for
// one; a word such as al-Muhajir is one too (ACT-6), others are a laqab.
func addArticled(p *dateline.PersonName, part string) {
	f := fold(part)
	if laqabs[f[strings.Index(f, "-")+1:]] {
		p.Laqab = strings.TrimSpace(p.Laqab + " " + part)
		return
	}
	p.Nisba = append(p.Nisba, part)
}

var laqabs = setOf("din deen rashid mansur mutasim amin sadiq hakim mahdi haq")

func article(w string) bool {
	return w == "al" || w == "el" || w == "ad" || w == "ash" || w == "as" || w == "at" || w == "an" || w == "ar" || w == "az"
}

// nameWords cuts a name at spaces and hyphens.
func nameWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == '\u00a0' || r == '‑' || r == '.' || r == ',' })
}

// CompareNames says how two names relate. The worst difference decides; a part
// that one name leaves out is no difference.
func CompareNames(a, b dateline.PersonName) NameRelation {
	if a.Text == b.Text {
		return SameName
	}
	given := compareGiven(a.Given, b.Given)
	switch {
	case given == OtherPerson:
		return OtherPerson
	case a.Kunya != "" && b.Kunya != "" && Skeleton(a.Kunya) != Skeleton(b.Kunya):
		if a.Given == "" || b.Given == "" {
			return OtherPerson
		}
		return KunyaDiffers
	case len(a.Nisba) > 0 && len(b.Nisba) > 0 && !shareNisba(a.Nisba, b.Nisba):
		return NisbaDiffers
	case given == PartOfName || bare(a) != bare(b):
		return PartOfName
	}
	return SpellingVariant
}

func compareGiven(a, b string) NameRelation {
	x, y := strings.Fields(Skeleton(a)), strings.Fields(Skeleton(b))
	if (len(x) == 0) != (len(y) == 0) {
		return PartOfName
	}
	if strings.Join(x, " ") == strings.Join(y, " ") {
		return SpellingVariant
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < len(y) && (subset(x, y) || len(x) == 1 && x[0] == y[len(y)-1]) {
		return PartOfName
	}
	return OtherPerson
}

// subset says whether every word of x stands in y.
func subset(x, y []string) bool {
	for _, w := range x {
		if !strings.Contains(" "+strings.Join(y, " ")+" ", " "+w+" ") {
			return false
		}
	}
	return true
}

func shareNisba(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if Skeleton(x) == Skeleton(y) {
				return true
			}
		}
	}
	return false
}

// bare counts the kinds of parts a name has, to see which name says less.
func bare(p dateline.PersonName) int {
	n := len(p.Nisba)
	for _, part := range []string{p.Kunya, p.Nasab, p.Laqab} {
		if part != "" {
			n++
		}
	}
	return n
}

// Skeleton reduces a name to what survives transliteration (ACT-7): no
// article, diacritics, ʿayn, hamza or doubled letters; k for q, u for o, i for
// e and y, d for dh, th, z; h for kh.
func Skeleton(s string) string {
	var out []string
	for _, w := range nameWords(s) {
		if f := fold(w); !article(f) {
			out = append(out, skeletonWord(f))
		}
	}
	return strings.Join(out, " ")
}

var transliterations = strings.NewReplacer("dh", "z", "th", "z", "kh", "h", "gh", "g", "sh", "s", "ch", "s", "ph", "f", "ou", "u", "oo", "u", "ee", "i", "aw", "au", "q", "k", "o", "u", "e", "i", "y", "i", "c", "k", "w", "u", "v", "u")

func skeletonWord(w string) string {
	mapped := strings.ReplaceAll(transliterations.Replace(w), "ai", "i") // Zayd, Zaid, Zeid
	var b strings.Builder
	last := rune(0)
	for _, r := range mapped {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return strings.TrimSuffix(b.String(), "h")
}

// Package lexicon holds the words by which extract recognises accounts of
// incidents: triggers, cues, verbs of speech, speakers, and the nouns for those
// hurt or aimed at. The words are data (data/*.tsv), one line each, so that a
// person who knows the field can read and extend them; this package only reads
// the tables and looks words up by lemma.
package lexicon

import (
	"bufio"
	_ "embed"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

//go:embed data/triggers.tsv
var triggersTSV string

//go:embed data/cues.tsv
var cuesTSV string

//go:embed data/speech.tsv
var speechTSV string

//go:embed data/issuers.tsv
var issuersTSV string

//go:embed data/nouns.tsv
var nounsTSV string

//go:embed data/harm.tsv
var harmTSV string

//go:embed data/classes.tsv
var classesTSV string

//go:embed data/idioms.tsv
var idiomsTSV string

//go:embed data/weapons.tsv
var weaponsTSV string

// Role says what a trigger word is to its incident.
type Role string

const (
	Event       Role = "event"       // names the incident: attack, bombing, to kidnap
	Harm        Role = "harm"        // names what came of it: to kill, death
	Device      Role = "device"      // names what was used: bomb, gunfire
	Perpetrator Role = "perpetrator" // names who did it: suicide bomber
	Soft        Role = "soft"        // an incident only together with a target or harm: to hit
)

// Trigger is one line of triggers.tsv.
type Trigger struct {
	Words []string // lemmas
	POS   string   // N, V, A, *
	Role  Role
	Act   dateline.Act
	Means []dateline.Means
	Aim   dateline.Aim
	Flags []dateline.Flag
}

// Cue classes of cues.tsv.
type Cue string

const (
	CueThreat       Cue = "threat"
	CuePlot         Cue = "plot"
	CueFoiled       Cue = "foiled"
	CueAttempt      Cue = "attempt"
	CueForecast     Cue = "forecast"
	CueHypothetical Cue = "hypothetical"
	CueAggregate    Cue = "aggregate"
	CueClaim        Cue = "claim"
	CueDenial       Cue = "denial"
	CueAttribution  Cue = "attribution"
	CueCharged      Cue = "charged"
	CueConvicted    Cue = "convicted"
	CueAllegation   Cue = "allegation"
	CueHedge        Cue = "hedge"
	CueStatement    Cue = "statement"
	CueContext      Cue = "context"
)

// Issuer is one line of issuers.tsv.
type Issuer struct {
	Class  dateline.IssuerClass
	Origin dateline.OriginKind
}

// Noun is one line of nouns.tsv.
type Noun struct {
	Population dateline.Population // "" for things
	Category   dateline.TargetCategory
	Person     bool
	Thing      bool
}

// Lexicon is the tables of one language, read-only after English made it.
type Lexicon struct {
	triggers map[string][]Trigger // by first lemma, longest first
	cues     map[string][]cue     // by first lemma, longest first
	Speech   map[string]dateline.Modality
	Issuers  map[string]Issuer
	Nouns    map[string]Noun
	HarmVerb map[string]dateline.Measure // "kill": what it does to its object
	HarmNoun map[string]dateline.Measure // "death": what the noun itself counts
	State    map[string]dateline.Measure // "dead", "wounded": by lower-case form
	Weapons  map[string]dateline.Means   // "rifle": how it was done

	leads   []Lead
	classes map[string][]Class         // of each word
	idioms  map[string]map[string]bool // by the last word of a trigger
}

type cue struct {
	words []string
	class Cue
}

// English reads the English tables that are compiled into the program.
func English() (*Lexicon, error) {
	l := &Lexicon{triggers: map[string][]Trigger{}, cues: map[string][]cue{},
		Speech: map[string]dateline.Modality{}, Issuers: map[string]Issuer{}, Nouns: map[string]Noun{},
		HarmVerb: map[string]dateline.Measure{}, HarmNoun: map[string]dateline.Measure{}, State: map[string]dateline.Measure{},
		Weapons: map[string]dateline.Means{}, classes: map[string][]Class{}, idioms: map[string]map[string]bool{}}
	for _, table := range []struct {
		name, tsv string
		columns   int
		load      func([]string)
	}{
		{"triggers", triggersTSV, 6, l.loadTrigger},
		{"cues", cuesTSV, 2, l.loadCue},
		{"speech", speechTSV, 2, func(f []string) { l.Speech[f[0]] = dateline.Modality(f[1]) }},
		{"issuers", issuersTSV, 3, func(f []string) {
			l.Issuers[f[0]] = Issuer{dateline.IssuerClass(f[1]), dateline.OriginKind(f[2])}
		}},
		{"nouns", nounsTSV, 4, l.loadNoun},
		{"harm", harmTSV, 3, l.loadHarm},
		{"classes", classesTSV, 2, func(f []string) { l.addClass(Class(f[0]), strings.Fields(f[1])) }},
		{"idioms", idiomsTSV, 2, func(f []string) { l.idioms[f[0]] = words(f[1]) }},
		{"leads", leadsTSV, 3, l.loadLead},
		{"weapons", weaponsTSV, 2, func(f []string) { l.Weapons[f[0]] = dateline.Means(f[1]) }},
	} {
		if err := rows(table.name, table.tsv, table.columns, table.load); err != nil {
			return nil, err
		}
	}
	l.longestFirst()
	return l, nil
}

func rows(name, tsv string, columns int, load func([]string)) error {
	scan := bufio.NewScanner(strings.NewReader(tsv))
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != columns {
			return dateline.Errorf(dateline.Invalid, "lexicon %s, line %d: %d columns, want %d", name, n, len(fields), columns)
		}
		load(fields)
	}
	return scan.Err()
}

func (l *Lexicon) loadTrigger(f []string) {
	t := Trigger{Words: strings.Fields(f[0]), POS: f[1], Role: Role(f[2]), Act: dateline.Act(f[3])}
	if f[4] != "-" {
		for _, m := range strings.Split(f[4], ",") {
			t.Means = append(t.Means, dateline.Means(m))
		}
	}
	for _, flag := range strings.Split(f[5], ",") {
		switch flag {
		case "-":
		case string(dateline.AimPerson):
			t.Aim = dateline.AimPerson
		default:
			t.Flags = append(t.Flags, dateline.Flag(flag))
		}
	}
	for _, words := range spellings(t.Words) {
		t.Words = words
		l.triggers[words[0]] = append(l.triggers[words[0]], t)
	}
}

// spellings gives words with a hyphen both ways that tokens can come: whole,
// and cut at the hyphens ("drive-by", "drive - by").
func spellings(words []string) [][]string {
	cut := strings.Fields(strings.ReplaceAll(strings.Join(words, " "), "-", " - "))
	if len(cut) == len(words) {
		return [][]string{words}
	}
	return [][]string{words, cut}
}

func (l *Lexicon) loadCue(f []string) {
	for _, words := range spellings(strings.Fields(f[0])) {
		l.cues[words[0]] = append(l.cues[words[0]], cue{words, Cue(f[1])})
	}
}

func (l *Lexicon) loadNoun(f []string) {
	n := Noun{Category: dateline.TargetCategory(f[2]), Person: f[3] != "t", Thing: f[3] != "p"}
	if f[1] != "-" {
		n.Population = dateline.Population(f[1])
	}
	l.Nouns[f[0]] = n
}

func (l *Lexicon) loadHarm(f []string) {
	use := map[string]map[string]dateline.Measure{"verb": l.HarmVerb, "noun": l.HarmNoun, "state": l.State}[f[1]]
	use[f[0]] = dateline.Measure(f[2])
}

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

func (l *Lexicon) longestFirst() {
	for _, list := range l.triggers {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].Words) > len(list[j].Words) })
	}
	for _, list := range l.cues {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].words) > len(list[j].words) })
	}
}

// Idiom says that a neighbour makes a trigger, given by its last word, something
// other than violence.
func (l *Lexicon) Idiom(trigger, neighbour string) bool { return l.idioms[trigger][neighbour] }

// NamesAct: the word by itself is a noun that names an act of violence, as
// "shooting" does.
func (l *Lexicon) NamesAct(word string) bool {
	return slices.ContainsFunc(l.triggers[word], func(t Trigger) bool { return len(t.Words) == 1 && t.Role == Event && t.POS == "N" })
}

// VerbTrigger is the trigger that is one verb, given by its lemma.
func (l *Lexicon) VerbTrigger(lemma string) (Trigger, bool) {
	i := slices.IndexFunc(l.triggers[lemma], func(t Trigger) bool { return len(t.Words) == 1 && t.POS == "V" })
	if i < 0 {
		return Trigger{}, false
	}
	return l.triggers[lemma][i], true
}

// EachTrigger calls yield with every trigger, in no order.
func (l *Lexicon) EachTrigger(yield func(Trigger)) {
	for _, list := range l.triggers {
		for _, t := range list {
			yield(t)
		}
	}
}

// Trigger finds the longest trigger whose lemmas begin at token i and whose
// part of speech fits; it says how many tokens the words take. Verbs may hold
// up to two tokens between their words ("blew the building up").
func (l *Lexicon) Trigger(tokens []dateline.Token, i int) (Trigger, int, bool) {
	for _, t := range l.triggers[tokens[i].Lemma] {
		width := match(tokens, i, t.Words, t.POS == "V")
		if width > 0 && fits(t.POS, tokens[i], tokens[i+width-1]) {
			return t, width, true
		}
	}
	return Trigger{}, 0, false
}

// Cue finds the longest cue that begins at token i.
func (l *Lexicon) Cue(tokens []dateline.Token, i int) (Cue, int, bool) {
	for _, c := range l.cues[tokens[i].Lemma] {
		if width := match(tokens, i, c.words, true); width > 0 {
			return c.class, width, true
		}
	}
	return "", 0, false
}

// farWords end phrases that say one thing alone, however long their object is.
var farWords = []string{"ablaze", "alight", "captive", "hostage"}

// match is how many tokens from i the words take, 0 if they do not stand there.
// With gaps an object may stand between them: of two words at most, of five in a
// phrase that says one thing alone ("blow … out of the sky", "set … ablaze").
func match(tokens []dateline.Token, i int, words []string, gaps bool) int {
	at, most := i, 2
	if len(words) >= 4 || slices.Contains(farWords, words[len(words)-1]) {
		most = 5
	}
	for n, w := range words {
		skipped := 0
		for n > 0 && gaps && at < len(tokens) && tokens[at].Lemma != w && skipped < most && tokens[at].POS != "PUNCT" && tokens[at].POS != "VERB" {
			at++
			skipped++
		}
		if at >= len(tokens) || tokens[at].Lemma != w {
			return 0
		}
		at++
	}
	return at - i
}

// fits checks the part of speech: of a verb its first word, of a noun its last.
func fits(pos string, first, last dateline.Token) bool {
	switch pos {
	case "V":
		return first.POS == "VERB" || first.POS == "AUX"
	case "N":
		return last.POS == "NOUN" || last.POS == "PROPN"
	case "A":
		return first.POS == "ADJ" || first.POS == "VERB"
	}
	return true
}

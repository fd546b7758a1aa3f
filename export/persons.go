package export

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// introduction is a name with what a reader needs to be told about somebody
// who is not known: "Darvan Ilst, a shopkeeper", "Darvan Ilst, 12,", "Darvan
// Ilst, who lives nearby".
var introduction = regexp.MustCompile(`((?:\p{Lu}[\p{L}\x{2019}'-]+[ \x{a0}]){1,3}\p{Lu}[\p{L}\x{2019}'-]+),[ \x{a0}\n](?:[1-9][0-9]?[,.; ]|aged |who |whose |an? \p{Ll}|his |her |the (?:mother|father|wife|widow|son|daughter|brother|sister|owner|driver) )`)

// places of introductions: "Sirvaz Bazaar, a market" is no person.
var placeNouns = regexp.MustCompile(`^,[ \x{a0}\n]an? (?:\p{Ll}+[ -]){0,3}(?:city|town|village|district|province|region|market|bazaar|suburb|neighbourhood|neighborhood|area|group|organi[sz]ation|newspaper|agency|party|company|hospital|school|university|mosque|church|airport|base|island|state|country|river|road|street|think|website|non-|charity|network|militia|movement|branch|faction|weekly|daily|magazine|outlet|channel|station)`)

func introduced(text string) []dateline.Span {
	var out []dateline.Span
	for _, at := range introduction.FindAllStringSubmatchIndex(text, -1) {
		if !placeNouns.MatchString(text[at[3]:]) {
			out = append(out, dateline.NewSpan(text, at[2], at[3]))
		}
	}
	return out
}

var (
	offices = wordSet(`president vice-president vice prime minister ministry premier chancellor ambassador consul governor mayor senator congressman
		congresswoman lawmaker legislator parliamentarian mp deputy general admiral brigadier colonel commander commandant chief leader emir amir caliph
		secretary spokesman spokeswoman spokesperson king queen prince princess sultan emperor pope cardinal archbishop ayatollah chairman chairwoman
		prosecutor attorney director envoy diplomat commissioner sheriff official foreign defence defense interior justice head founder`)
	honorifics = wordSet(`mr mrs ms miss dr sir lord lady lt lieutenant major captain capt sergeant sgt corporal sheikh sheik mullah maulvi mawlawi maulana
		imam hojatoleslam monsignor bishop father fr reverend rev pastor rabbi judge warlord militant gunman suspect attacker bomber professor prof
		constable inspector superintendent detective officer private pvt comrade don dona engineer gen col maj brig adm cmdr sen gov ex-president dead
		late slain`)
)

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

func plainWord(w string) string { return strings.ToLower(strings.Trim(w, ".,;:\"“”()’'")) }

// bareName is a name without the titles and small words before it.
func bareName(text string) string {
	words := strings.Fields(strings.TrimSuffix(strings.TrimSuffix(text, "’s"), "'s"))
	for len(words) > 0 {
		first, _ := utf8.DecodeRuneInString(words[0])
		if w := plainWord(words[0]); !offices[w] && !honorifics[w] && unicode.IsUpper(first) {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// properName says whether a text has the shape of a personal name: two words or
// more, the first and the last capitalised. "Two witnesses" is a role.
func properName(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 {
		return false
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
			return false
		}
	}
	return true
}

// surname says whether a text has the shape of one name: "Brannock".
func surname(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first) && utf8.RuneCountInString(name) >= 3 && !strings.ContainsAny(name, " 0123456789")
}

// holdsOffice says whether the words of a name, or those beside it in the same
// phrase, give an office: "Governor X", "X, the governor of", "the group's
// leader, X".
func holdsOffice(text string, s dateline.Span) bool {
	before := text[max(0, s.Start-60):s.Start]
	if i := strings.LastIndexAny(before, ".;:\n"); i >= 0 {
		before = before[i+1:]
	}
	after := ""
	if rest, ok := strings.CutPrefix(text[s.End:min(len(text), s.End+70)], ", "); ok {
		after, _, _ = strings.Cut(rest, ",")
		after, _, _ = strings.Cut(after, ".")
	}
	words := strings.Fields(before)
	nearby := append(words[max(0, len(words)-2):], strings.Fields(s.Of(text))...)
	nearby = append(nearby, strings.Fields(after)...)
	for _, w := range nearby {
		if w = strings.TrimSuffix(plainWord(w), "’s"); offices[w] {
			return true
		}
	}
	return false
}

// partOfLonger says whether a name goes on as that of a thing: "Darvan Ilst
// Hospital".
func partOfLonger(text string, end int) bool {
	rest, ok := strings.CutPrefix(text[end:], " ")
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(first)
}

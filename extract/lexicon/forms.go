package lexicon

import "strings"

// The closed sets of word forms that rules of several rooms read.

// participles are the passives of harm that taggers take for adjectives or names.
var participles = map[string]string{"shot": "shoot", "killed": "kill", "wounded": "wound", "injured": "injure", "hurt": "hurt", "stabbed": "stab",
	"beaten": "beat", "murdered": "murder", "kidnapped": "kidnap", "abducted": "abduct", "ambushed": "ambush", "bombed": "bomb", "slain": "slay", "martyred": "martyr", "struck": "strike", "hit": "hit",
	"beheaded": "behead", "executed": "execute", "lynched": "lynch", "massacred": "massacre", "slaughtered": "slaughter", "hacked": "hack", "gunned": "gun", "strangled": "strangle", "assassinated": "assassinate", "slashed": "slash"}

// Participle is the verb of harm that a word is the participle of, however it is
// written; "" for any other word.
func Participle(word string) string {
	if word == "" {
		return ""
	}
	switch word[len(word)-1] {
	case 'd', 't', 'n', 'k', 'D', 'T', 'N', 'K': // all of them end so
		return participles[strings.ToLower(word)]
	}
	return ""
}

var sexes = map[string]byte{"man": 'm', "boy": 'm', "male": 'm', "he": 'm', "him": 'm', "father": 'm', "son": 'm', "brother": 'm', "husband": 'm', "uncle": 'm',
	"nephew": 'm', "grandson": 'm', "grandfather": 'm', "boyfriend": 'm', "stepson": 'm', "woman": 'f', "girl": 'f', "female": 'f', "she": 'f', "her": 'f', "mother": 'f',
	"daughter": 'f', "sister": 'f', "wife": 'f', "aunt": 'f', "niece": 'f', "grandmother": 'f', "girlfriend": 'f', "lady": 'f'}

// Sex is 'm' or 'f' for a lemma that tells one, else 0.
func Sex(lemma string) byte { return sexes[lemma] }

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10}

// Ordinal counts up to the one that the word is about, to ten; 0 for any other word.
func Ordinal(word string) int { return ordinals[word] }

// AgeUnit says that ages are told in the unit of time.
func AgeUnit(lemma string) bool {
	switch lemma {
	case "year", "month", "week", "day":
		return true
	}
	return false
}

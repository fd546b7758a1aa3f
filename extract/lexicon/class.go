package lexicon

import "slices"

// Class is a small class of words that a rule asks for; classes.tsv says of
// each what its words have in common.
type Class string

const (
	LongWhile    Class = "long_while"
	Happening    Class = "happening"
	NextOne      Class = "next_one"
	OtherOne     Class = "other_one"
	Carries      Class = "carries"
	Pronoun      Class = "pronoun"
	Reflexive    Class = "reflexive"
	Intransitive Class = "intransitive"
	OtherPerson  Class = "other_person"
	SaysWhen     Class = "says_when"
	Brings       Class = "brings"
	Afterwards   Class = "afterwards"
	Attacker     Class = "attacker"
	Naming       Class = "naming"
	Superlative  Class = "superlative"
	Possessive   Class = "possessive"
	Excludes     Class = "excludes"
	Seizing      Class = "seizing"
	Recovers     Class = "recovers"
	Beast        Class = "beast"
	Misfortune   Class = "misfortune"
	LeansRight   Class = "leans_right"
	Collective   Class = "collective"
	Pair         Class = "pair"
	Done         Class = "done"
	Modal        Class = "modal"
	Negation     Class = "negation"
	Often        Class = "often"
	Gone         Class = "gone"
	Wounds       Class = "wounds"
	Condition    Class = "condition"
	Conveys      Class = "conveys"
	Hospital     Class = "hospital"
	Police       Class = "police"
	Court        Class = "court"
	Length       Class = "length"
	Suffering    Class = "suffering"
	End          Class = "end"
	Undergone    Class = "undergone"
	Unjust       Class = "unjust"
	Sortie       Class = "sortie"
	PassesAway   Class = "passes_away"
	NoPatient    Class = "no_patient"
	Office       Class = "office"
	Doer         Class = "doer"
	Blame        Class = "blame"
	EndsClause   Class = "ends_clause"
	BareTime     Class = "bare_time"
	TakesLives   Class = "takes_lives"
	OpensAside   Class = "opens_aside"
	Anybody      Class = "anybody"
	Child        Class = "child"
	Tried        Class = "tried"
	Terrain      Class = "terrain"
	Settlement   Class = "settlement"
	AllOf        Class = "all_of"
	Ground       Class = "ground"
	Compass      Class = "compass"
	Suburb       Class = "suburb"
	Stretch      Class = "stretch"
	Strikes      Class = "strikes"
	Unrelated    Class = "unrelated"
	Coordinated  Class = "coordinated"
	Member       Class = "member"
	Enacts       Class = "enacts"
	Befalls      Class = "befalls"
	Projectile   Class = "projectile"
	Belongs      Class = "belongs"
	Shots        Class = "shots"
	Alongside    Class = "alongside"
	Opposes      Class = "opposes"
	Unsaid       Class = "unsaid"
	Earlier      Class = "earlier"
	Prosecution  Class = "prosecution"
	Idea         Class = "idea"
	Hired        Class = "hired"
	Version      Class = "version"
	Label        Class = "label"
	Deadly       Class = "deadly"
	Accuses      Class = "accuses"
	Degree       Class = "degree"
	Graded       Class = "graded"
	Hitters      Class = "hitters"
	Hits         Class = "hits"
	Shot         Class = "shot_in"
	Stays        Class = "stays"
	Tallies      Class = "tallies"
	Headed       Class = "headed"
	Supreme      Class = "supreme"
	Picture      Class = "picture"
	Shows        Class = "shows"
	Limb         Class = "limb"
	Ailment      Class = "ailment"
	Rises        Class = "rises"
	Steers       Class = "steers"
	RunOver      Class = "runover_people"
	Structures   Class = "structures"
	Revises      Class = "revises"
	Reported     Class = "reported"
	Hurls        Class = "hurls"
	Rips         Class = "rips"
	Aftermath    Class = "aftermath"
	Following    Class = "following"
	TakesPlace   Class = "takes_place"
	Fired        Class = "fired"
	Fatally      Class = "fatally"
	Martyred     Class = "martyred"
	OpensClause  Class = "opens_clause"
	Helpless     Class = "helpless"
	Aircraft     Class = "aircraft"
	Finds        Class = "finds"
	Nearly       Class = "nearly"
	HeldToBe     Class = "held_to_be"
	Dug          Class = "dug"
	Mishap       Class = "mishap"
	Month        Class = "month"
	Anew         Class = "anew"
	Volatile     Class = "volatile"
	Lands        Class = "lands"
	Remains      Class = "remains"
	Marks        Class = "marks"
	Mangled      Class = "mangled"
	RunsOver     Class = "runs_over"
	Rolls        Class = "rolls"
	Bands        Class = "bands"
	Slays        Class = "slays"
	Protester    Class = "protester"
	Leaflet      Class = "leaflet"
	Signs        Class = "signs"
	Work         Class = "work"
	Plays        Class = "plays"
	Drill        Class = "drill"
	Memory       Class = "memory"
	YearsSince   Class = "years_since"
	Does         Class = "does"
	Home         Class = "home"
	LeftThere    Class = "left_there"
	Rumour       Class = "rumour"
	Confirms     Class = "confirms"
	Honour       Class = "honour"
	Mourns       Class = "mourns"
	Ascends      Class = "ascends"
	Combat       Class = "combat"
	Watches      Class = "watches"
	Willed       Class = "willed"
	Answers      Class = "answers"
	Documents    Class = "documents"
)

// Is says whether a word, a lemma in lower case, is of a class.
func (l *Lexicon) Is(c Class, word string) bool { return l.Classes(word).Has(c) }

// Classes are those of one word, for who asks for several.
type Classes []Class

// Has says whether a class is one of them.
func (list Classes) Has(c Class) bool { return slices.Contains(list, c) }

// Classes are the classes of a word, a lemma in lower case.
func (l *Lexicon) Classes(word string) Classes { return l.classes[word] }

// Each calls yield with every word of a class, in no order.
func (l *Lexicon) Each(c Class, yield func(word string)) {
	for word := range l.classes {
		if l.Is(c, word) {
			yield(word)
		}
	}
}

func (l *Lexicon) addClass(c Class, words []string) {
	for _, w := range words {
		l.classes[w] = append(l.classes[w], c)
	}
}

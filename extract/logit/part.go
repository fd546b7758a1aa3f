package logit

// Part is one word of a feature's name, or several, with what its hash needs. A
// name is made of parts with spaces between them; its hash comes from those of
// its parts, so that a feature is looked up without its name being written.
type Part struct {
	text    string
	hash    uint64 // of the text, as the digits of a number of base base
	behind  uint64 // of a space and the text
	shifted uint64 // base to the power of the bytes of both
}

// base is odd and has no other meaning.
const base = 0x9e3779b97f4a7c15

// PartOf makes a part of a text.
func PartOf(text string) Part {
	hash, power := hashOf(text)
	return Part{text, hash, ' '*power + hash, base * power}
}

// hashOf gives the hash of a text, and base to the power of its bytes.
func hashOf(text string) (hash, power uint64) {
	power = 1
	for i := range len(text) {
		hash, power = hash*base+uint64(text[i]), power*base
	}
	return hash, power
}

// Sheet holds the features of one thing, in the order in which they were added.
type Sheet struct {
	hashes []uint64
	Named  bool     // the names are wanted
	Names  []string // of the features, if they are wanted
}

// Add adds the feature whose name is made of the parts.
func (s *Sheet) Add(parts ...Part) {
	s.hashes = append(s.hashes, hashOfParts(parts))
	if s.Named {
		s.name(parts)
	}
}

func hashOfParts(parts []Part) uint64 {
	hash := parts[0].hash
	for i := 1; i < len(parts); i++ {
		hash = hash*parts[i].shifted + parts[i].behind
	}
	return hash
}

func (s *Sheet) name(parts []Part) {
	name := parts[0].text
	for _, p := range parts[1:] {
		name += " " + p.text
	}
	s.Names = append(s.Names, name)
}

// Clear takes all features off.
func (s *Sheet) Clear() { s.hashes, s.Names = s.hashes[:0], s.Names[:0] }

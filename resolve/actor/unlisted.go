package actor

import (
	"io/fs"

	dateline "github.com/opendateline/dateline"
)

// ClassUnlisted is the class of an armed group that the report names and the
// registry does not list: "a group calling itself the Creek Warriors".
const ClassUnlisted = "unlisted"

// unlisted are the words that present such groups (data/unlisted.txt).
type unlisted struct {
	phrases map[string]*index // by kind
}

func (r *Registry) loadUnlisted(files fs.FS) error {
	rows, err := readRows(files, "unlisted.txt")
	r.unlisted = unlisted{map[string]*index{}}
	for _, row := range rows {
		x := newIndex()
		for _, phrase := range row.list(1) {
			x.add(phrase, entry{})
		}
		x.sort()
		r.unlisted.phrases[row.field(0)] = x
	}
	return err
}

// at gives the number of words of the phrase of a kind that begins at word i.
func (u unlisted) at(kind string, words []word, i int) int {
	if x := u.phrases[kind]; x != nil && i >= 0 && i < len(words) {
		if n := x.match(words, i); n != nil {
			return len(n.words)
		}
	}
	return 0
}

// unlisted files the name of an armed group that the registry lacks: where the
// report presents it as one, where its last words are those of armed groups, or
// where it was so filed before.
func (f *finder) unlisted(i int) int {
	if from, end := f.presented(i); end > 0 {
		f.known[f.joined(from, end)] = true
		return f.add(dateline.ActorExpression, i, end, "", ClassUnlisted)
	}
	if !f.words[i].title {
		return 0
	}
	end := f.capitals(i)
	for j := end; j > i+1; j-- {
		if f.known[f.joined(i, j)] {
			return f.fileUnlisted(i, j)
		}
	}
	if f.fold(i) == "the" || f.listed(i, end) || i == 0 && end == 1 || f.r.unlisted.at("not", f.words, i) > 0 || f.ofStateAt(i) && end-i < 2 {
		return 0
	}
	if n := f.r.unlisted.at("noun", f.words, end); n > 0 && !f.words[end].title && !f.words[end].stop {
		return f.fileUnlisted(i, end+n)
	}
	for j := i + 1; j < end; j++ {
		if n := f.r.unlisted.at("last", f.words, j); n > 0 && j+n == end {
			return f.fileUnlisted(i, end)
		}
	}
	return 0
}

func (f *finder) fileUnlisted(i, j int) int {
	f.known[f.joined(i, j)] = true
	return f.add(dateline.ActorExpression, i, j, "", ClassUnlisted)
}

// capitals is the end of the run of capitalised words that begins at word i.
func (f *finder) capitals(i int) int {
	end := i
	for end < len(f.words) && f.words[end].title && (end == i || !f.words[end].stop && !f.gap(end)) && !months[f.words[end].fold] {
		end++
	}
	return end
}

// presented gives the words of the name in "guerrilla group calling itself the
// Creek Warriors", where word i is the noun for a group or what kind it is of; end
// is 0 for others.
func (f *finder) presented(i int) (from, end int) {
	if f.r.unlisted.at("group", f.words, i) != 1 {
		if f.words[i].title || f.r.unlisted.at("group", f.words, i+1) != 1 {
			return 0, 0
		}
		i++
	}
	n := f.r.unlisted.at("presents", f.words, i+1)
	if from = i + 1 + n; n > 0 && f.fold(from) == "the" {
		from++
	}
	if n == 0 || from >= len(f.words) || !f.words[from].title {
		return 0, 0
	}
	end = f.capitals(from)
	if f.fold(end) == "of" && end+2 < len(f.words) && (f.words[end+1].title || f.words[end+2].title) {
		end = max(f.capitals(end+1), f.capitals(end+2)) // "Sons of the Desert"
	}
	return from, end
}

// nameOf is the name in the words of such an expression: from its first capital.
func nameOf(text string) string {
	for _, w := range splitWords(text) {
		if w.title {
			return text[w.start:]
		}
	}
	return text
}

// listed says that a group of the registry is named in the words [i,end).
func (f *finder) listed(i, end int) bool {
	for ; i < end; i++ {
		if n := f.r.names.match(f.words, i); n != nil && n.first(nameGroup) != nil {
			return true
		}
	}
	return false
}

func (f *finder) ofStateAt(i int) bool {
	n := f.r.names.match(f.words, i)
	return n != nil && adjectiveOf(n) != ""
}

func (f *finder) joined(i, j int) string {
	out := ""
	for ; i < j; i++ {
		out += f.words[i].fold + " "
	}
	return out
}

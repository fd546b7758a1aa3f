package actor

import (
	dateline "github.com/opendateline/dateline"
)

// person files a personal name at word i: a title or role before capitalised
// words, a common given name, or an Arabic kunya, nasab or nisba. Other
// capitalised words are left to the places and organisations.
func (f *finder) person(i int) int {
	start := i
	for titles[f.fold(start)] && start < len(f.words)-1 && (start == i || !f.words[start].stop) {
		start++
	}
	titled := start > i
	if f.words[start].stop && titled && !abbreviated[f.fold(start-1)] {
		return 0
	}
	end := f.nameEnd(start)
	if !f.isPerson(start, end, titled) {
		return 0
	}
	return f.add(dateline.PersonExpression, start, end, "", "") + start - i
}

// nameEnd is the word after the run of name words that begins at start.
func (f *finder) nameEnd(start int) int {
	end := start
	for end < len(f.words) && end-start < 7 && (end == start || !f.words[end].stop || initial(f.words[end-1])) {
		w := f.words[end]
		if !w.title && !particles[w.fold] || w.title && (end > start && notNames[w.fold] || months[w.fold]) || w.fold == "" || w.fold[0] >= '0' && w.fold[0] <= '9' {
			break
		}
		if end > start && f.gap(end) {
			break
		}
		end++
	}
	for end > start && particles[f.words[end-1].fold] && !f.words[end-1].title {
		end--
	}
	return end
}

// gap says whether more than a space, hyphen, dot or apostrophe parts a word
// from the one before: a comma ends a name, a possessive does too.
func (f *finder) gap(i int) bool {
	between := f.doc.Text()[f.words[i-1].end:f.words[i].start]
	for _, c := range between {
		switch c {
		case ' ', '-', '.', '\u00a0', '"', '\'', '“', '”', '‑':
		default:
			return true
		}
	}
	return len(between) > 4
}

func initial(w word) bool { return w.title && w.end-w.start == 1 || abbreviated[w.fold] }

// isPerson weighs the evidence that the words [start,end) are a personal name.
func (f *finder) isPerson(start, end int, titled bool) bool {
	n := end - start
	if n == 0 || !f.words[start].title || f.words[start].caps && f.words[start].end-f.words[start].start > 1 && !shouting(f.words) {
		return false
	}
	first := f.words[start].fold
	switch {
	case notNames[first]:
		return false
	case titled:
		return true
	case kunyas[first] && n >= 2:
		return true
	case n == 1:
		return false
	}
	return f.r.given[first] || f.nasab(start, end)
}

// nasab looks for "bin", "ibn" or "al-" inside the run.
func (f *finder) nasab(start, end int) bool {
	for i := start + 1; i < end-1; i++ {
		if w := f.words[i].fold; nasabs[w] || w == "al" && f.doc.Text()[f.words[i].end] == '-' {
			return true
		}
	}
	return false
}

var (
	titles      = setOf("mr mrs ms miss dr sir lord lady president vice prime minister foreign defence defense interior justice health secretary ambassador consul general gen lt col colonel lieutenant major maj brig brigadier captain capt sergeant sgt corporal admiral adm commander cmdr chief senator sen congressman deputy governor gov mayor sheikh sheik mullah maulvi mawlawi maulana imam ayatollah hojatoleslam emir amir cardinal archbishop monsignor bishop father fr reverend rev pastor pope rabbi judge justice spokesman spokeswoman spokesperson leader warlord militant gunman suspect attacker bomber professor prof king queen prince princess emperor sultan chancellor premier constable inspector superintendent detective officer private pvt comrade don dona don engineer")
	abbreviated = setOf("mr mrs ms dr gen lt col maj brig capt sgt adm cmdr sen gov fr rev prof st jr pvt")
	particles   = setOf("al el ad ash as an at bin ibn ben bint abu abd ul ur ud de la del der van von da dos das di du den ter le y i e")
	kunyas      = setOf("abu umm abou")
	nasabs      = setOf("bin ibn ben bint ould")
	notNames    = setOf("the a an in on at by for from to of and but or if as it he she they we i you this that these those there then when while after before since according meanwhile however with without under over during both all some many most no not his her its their our new north south east west northern southern eastern western central street avenue road square hospital university college school church mosque province district department state city town village county region river lake mount mountain bay island airport embassy ministry council committee party front army brigade battalion division police force forces court agency news times post group company bank office union league congress parliament senate assembly house club hotel stadium bridge highway valley camp prison base bazaar market park center centre institute foundation association organization organisation federation international national united republic kingdom islamic christian war battle operation plan act law treaty agreement summit conference world human rights red cross monday tuesday wednesday thursday friday saturday sunday said says told also but yesterday today tomorrow suspected alleged armed unknown unidentified gunmen militants rebels insurgents fighters jihadists dozens hundreds scores several")
	months      = setOf("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday")
)

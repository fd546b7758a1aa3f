package clean

import "regexp"

// linkHeading stands over a list of links to other stories: "RELATED STORIES:",
// "More from this section", "You may also like".
var linkHeading = regexp.MustCompile(`(?i)^(?:` +
	`(?:it|you)? ?(?:may|might) (?:also )?(?:interest you|like|be interested in|enjoy)|recommended(?: for you| reading)?|trending(?: now| today| stories)?|` +
	`most[ -](?:read|popular|viewed|shared)(?: stories| articles| today)?|editors?['’]?s? (?:picks?|choice)|what to read next|in other news|don['’]t miss|further reading|` +
	`(?:top|latest|more|related|other|popular|recent|similar|breaking)(?: [\p{L}'’]+)? (?:stories|news|articles|posts|notes|headlines|coverage|content|links|reading|videos|updates)|` +
	`(?:read|see) (?:more|also|next)|also read|more (?:on|from|about|in) [\p{L}'’ ]{2,40}` +
	`)\s*[:.]?$`)

// linkWords is the most that a link to another story has.
const linkWords = 32

// markLinks marks lists of links below their headings: the lines down to the next
// that is a sentence.
func (rd *reader) markLinks() {
	for i := rd.first + 1; i < len(rd.lines); i++ {
		if i == rd.title || !linkHeading.MatchString(rd.lines[i].text) {
			continue
		}
		rd.lines[i].kind = "navigation"
		for i+1 < len(rd.lines) && i+1 != rd.title && rd.isLink(i+1) {
			i++
			rd.lines[i].kind = "navigation"
		}
	}
}

// isLink says whether line i, below a heading of links, is one: a line that does
// not end as a sentence does.
func (rd *reader) isLink(i int) bool {
	l := rd.lines[i]
	return l.words <= linkWords && (l.kind != "" || !l.prose || !endsSentence(l.text))
}

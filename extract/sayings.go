package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/speech"
)

// Mended gives the sentences of a report with their arcs mended, as they are
// read here.
func (r *Reader) Mended(doc *dateline.Document) []dateline.Sentence {
	out := make([]dateline.Sentence, len(doc.Sentences))
	for i := range doc.Sentences {
		out[i] = *r.tree(&doc.Sentences[i]).Sentence
	}
	return out
}

// Sayings gives every act of speech or mind of a report, whether or not it
// belongs to an incident.
func (r *Reader) Sayings(doc *dateline.Document) []speech.Saying {
	sentences := r.Mended(doc)
	acts := make([][]speech.Act, len(sentences))
	for i := range sentences {
		acts[i] = r.sayings.Find(&sentences[i])
	}
	return speech.Report(sentences, acts)
}

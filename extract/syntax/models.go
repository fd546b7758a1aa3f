package syntax

import _ "embed"

// The trained models, see models/manifest.json. They are never written to.
var (
	//go:embed models/clusters.bin
	clusterFile []byte
	//go:embed models/tagger.bin
	taggerFile []byte
	//go:embed models/moves.bin
	movesFile []byte
	//go:embed models/relations.bin
	relationsFile []byte
	//go:embed models/truecase.bin
	truecaseFile []byte
	//go:embed models/habits.bin
	habitFile []byte
	//go:embed models/lemmas.tsv
	lemmaFile string
)

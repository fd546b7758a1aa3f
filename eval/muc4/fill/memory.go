package fill

import (
	"encoding/gob"
	"io"
)

// Memory is what the stages of a training said of lessons that they had not
// seen, in the order in which they ran. With it a later stage can be learned
// again without those before it, in seconds.
type Memory struct {
	Until string // name of the stage from which on nothing is remembered; empty for all
	Said  []Saying
}

// Saying is what one stage said: by message, by item, by class.
type Saying struct {
	Stage string
	P     [][][]float64
}

// ReadMemory reads what Write wrote. What is remembered from the stage until on
// is forgotten, for it shall be learned again.
func ReadMemory(r io.Reader, until string) (*Memory, error) {
	m := &Memory{}
	if err := gob.NewDecoder(r).Decode(m); err != nil {
		return nil, err
	}
	m.Until = until
	return m, nil
}

// Write keeps the memory for another training.
func (m *Memory) Write(w io.Writer) error { return gob.NewEncoder(w).Encode(m) }

// recall is what the stage that runs as number so said, nil if it must be learned.
func (m *Memory) recall(number int, stage string) [][][]float64 {
	if m == nil || number >= len(m.Said) || m.Said[number].Stage != stage {
		return nil
	}
	for _, s := range m.Said[:number+1] {
		if s.Stage == m.Until {
			return nil
		}
	}
	return m.Said[number].P
}

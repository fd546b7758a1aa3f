package sqlite

import "github.com/klauspost/compress/zstd"

// packer packs the states in the log of revisions. It is safe for use by
// several goroutines.
type packer struct {
	w *zstd.Encoder
	r *zstd.Decoder
}

func newPacker() (*packer, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, err
	}
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderLowmem(true))
	return &packer{w, r}, err
}

func (p *packer) pack(state []byte) []byte { return p.w.EncodeAll(state, nil) }

func (p *packer) unpack(packed []byte) ([]byte, error) { return p.r.DecodeAll(packed, nil) }

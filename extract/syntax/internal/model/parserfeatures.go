package model

func distance(d int) uint32 {
	switch {
	case d < 5:
		return uint32(d)
	case d < 7:
		return 5
	case d < 11:
		return 6
	case d < 20:
		return 7
	}
	return 8
}

func capped(d, most int32) uint32 { return uint32(min(d, most)) }

// moveFeatures describes the configuration, after Zhang and Nivre (2011), with
// the verbs and commas between stack and buffer added.
func (t *Tree) moveFeatures(f []key) []key {
	s := &t.state
	i0, i1, i2, b := s.top(0), s.top(1), s.top(2), s.next
	next := func(k int) int {
		if b+k <= s.n {
			return b + k
		}
		return none
	}
	child := func(of []int, i int) int {
		if i == none {
			return none
		}
		return of[i]
	}
	s0, s1, s2 := t.at(i0), t.at(i1), t.at(i2)
	b0, b1, b2, b3 := t.at(b), t.at(next(1)), t.at(next(2)), t.at(next(3))
	h1 := child(s.head, i0)
	sh, shh := t.at(h1), t.at(child(s.head, h1))
	sl, sr := t.at(child(s.l1, i0)), t.at(child(s.r1, i0))
	sl2, sr2 := t.at(child(s.l2, i0)), t.at(child(s.r2, i0))
	bl, bl2 := t.at(s.l1[b]), t.at(s.l2[b])

	var dist, headed, vl, vr, between, gap uint32
	if i0 != none {
		dist = distance(b-i0) + 1
		headed = 1
		if h1 != none {
			headed = 2
		}
		vl, vr = capped(int32(s.lcount[i0]), 3), capped(int32(s.rcount[i0]), 3)
		between = capped(b0.verbs-s0.verbs, 3)
		gap = capped(b0.commas-s0.commas, 3)
	}
	bvl := capped(int32(s.lcount[b]), 3)
	var rest uint32
	if b == s.n {
		rest = 1
	}

	f = append(f,
		one(100, rest), one(101, s0.lower), one(102, s0.penn), two(103, s0.lower, s0.penn),
		one(104, b0.lower), one(105, b0.penn), two(106, b0.lower, b0.penn),
		one(107, b1.lower), one(108, b1.penn), two(109, b1.lower, b1.penn),
		one(110, b2.lower), one(111, b2.penn), one(113, s1.penn), one(114, s1.lower),
		three(115, s0.lower, s0.penn, b0.lower), three(116, s0.lower, s0.penn, b0.penn),
		two(117, s0.lower, b0.lower), three(118, s0.penn, b0.penn, b0.lower), three(119, s0.penn, b0.penn, headed),
		three(120, b0.penn, b1.penn, s0.penn), three(121, b0.penn, b1.penn, b2.penn),
		three(122, s0.penn, b0.penn, sl.penn), three(123, s0.penn, b0.penn, sr.penn), three(124, s0.penn, b0.penn, bl.penn),
		three(125, sh.penn, s0.penn, b0.penn), three(126, s1.penn, s0.penn, b0.penn),
		three(127, shh.penn, sh.penn, s0.penn), three(128, s2.penn, s1.penn, s0.penn))
	f = append(f,
		two(130, s0.lower, dist), two(131, s0.penn, dist), two(132, b0.lower, dist), two(133, b0.penn, dist),
		three(134, s0.lower, b0.lower, dist), three(135, s0.penn, b0.penn, dist),
		two(136, s0.lower, vr), two(137, s0.penn, vr), two(138, s0.lower, vl), two(139, s0.penn, vl),
		two(140, b0.lower, bvl), two(141, b0.penn, bvl),
		one(142, sh.lower), one(143, sh.penn), one(144, sl.lower), one(145, sl.penn), one(146, sr.lower), one(147, sr.penn),
		one(148, bl.lower), one(149, bl.penn), one(150, sl2.penn), one(151, sr2.penn), one(152, bl2.penn),
		three(153, s0.penn, sr.penn, sr2.penn), three(154, s0.penn, sl.penn, sl2.penn), three(155, b0.penn, bl.penn, bl2.penn),
		three(156, s0.penn, b0.penn, between<<2|gap), two(157, between, gap), three(158, s0.lower, b0.penn, between<<2|gap))
	f = append(f,
		one(160, s0.cluster), one(161, b0.cluster), one(162, b1.cluster), two(163, s0.cluster, b0.cluster),
		two(164, s0.cluster, b0.penn), two(165, s0.penn, b0.cluster), three(166, s0.coarse, b0.coarse, s0.penn),
		two(167, sh.cluster, s0.cluster), three(168, sh.lower, s0.lower, b0.cluster), three(169, sh.cluster, s0.lower, b0.coarse),
		three(170, sh.lower, s0.lower, b0.lower), three(171, s0.lower, b0.lower, b1.cluster),
		three(172, s0.lower, b0.lower, b1.penn), three(173, s0.penn, b0.lower, b1.lower),
		three(174, s0.lower, b0.penn, b1.penn), three(175, sh.penn, s0.lower, b0.lower), three(176, sh.lower, s0.penn, b0.lower),
		three(177, s0.lower, sr.lower, b0.penn), three(178, s0.lower, sr.penn, b0.lower), two(179, s0.suf, b0.suf),
		two(180, b0.penn, b1.lower), three(181, b1.penn, b2.penn, b3.penn), three(182, s0.penn, s1.penn, b0.lower),
		three(183, s0.lower, vr<<4|vl, b0.penn), three(184, s0.penn, vr<<4|vl, b0.penn),
		three(185, b0.penn, bl.lower, s0.penn), three(186, b0.lower, bl.lower, s0.lower),
		three(187, s1.lower, s0.lower, b0.lower), three(188, s1.cluster, s0.cluster, b0.cluster),
		three(189, s0.universal, b0.universal, s1.universal), three(190, s0.penn, b0.lower, headed<<4|dist))
	return f
}

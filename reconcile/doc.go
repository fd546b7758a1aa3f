// Package reconcile turns what reports say about one incident into one record.
//
// It is the stage where numbers meet. Everything before it only collects:
// mentions say which accounts belong together, claims say what each account
// states and who is ultimately saying it, origins say which of these voices
// are the same voice heard twice. Reconcile weighs them and writes down how.
//
//	claims ──► voices      a claim with its origin, report and time (voice.go)
//	           │ collapse  one voice per origin, the newest one (CAS-7, CAS-17)
//	           ▼
//	         readings      what a voice means for one population (CAS-6)
//	           │ ladder    low, best and high under a preset (§3.2)
//	           ▼
//	         figures, facts, contradictions, support, and the reasons
//
// Three rules hold everywhere. A best number is one that somebody stated, or
// an exact sum of such numbers (principle 4). A copy adds nothing: two claims
// of one origin weigh as one (principle 5). And what does not fit together is
// kept, typed and shown (principle 6); the record never says who is right.
//
// All functions are pure: no clock, no randomness, no order of arrival. Claims
// are put in the order of their ids first, so that any order of input gives
// byte-identical output (principle 10).
package reconcile

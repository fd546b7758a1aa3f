package dateline

// ActorKind says what sort of actor it is (domain §1.8).
type ActorKind string

const (
	ActorState             ActorKind = "state"
	ActorStateForce        ActorKind = "state_force"
	ActorOrganisedNonstate ActorKind = "organised_nonstate"
	ActorAffiliate         ActorKind = "affiliate"
	ActorParty             ActorKind = "political_party"
	ActorCrowd             ActorKind = "unorganised_crowd"
	ActorCivilians         ActorKind = "civilians"
	ActorIndividual        ActorKind = "individual"
	ActorIntergovernmental ActorKind = "intergovernmental"
	ActorUnidentified      ActorKind = "unidentified"
)

// ArmedGroup says whether actors of the kind are organised to use force and no
// part of a state.
func (k ActorKind) ArmedGroup() bool { return k == ActorOrganisedNonstate || k == ActorAffiliate }

// OfState says whether actors of the kind act for a state.
func (k ActorKind) OfState() bool { return k == ActorState || k == ActorStateForce }

// Alias is one name of an actor. From and To bound its use in time, if known.
type Alias struct {
	Text      string `json:"text"`
	Lang      string `json:"lang,omitempty"`
	Script    string `json:"script,omitempty"`
	Kind      string `json:"kind,omitempty"` // official, acronym, exonym, transliteration, pejorative, self_name
	Ambiguous bool   `json:"ambiguous,omitempty"`
	From      Day    `json:"from,omitempty"`
	To        Day    `json:"to,omitempty"`
}

// Parent is a dated relation to another actor.
type Parent struct {
	Actor    ID     `json:"actor_id"`
	Relation string `json:"relation"` // affiliate_of, faction_of, unit_of, predecessor_of, alias_umbrella
	From     Day    `json:"from,omitempty"`
	To       Day    `json:"to,omitempty"`
}

// DatedKind is the kind of an actor during a period: the Taliban become a
// state force in August 2021 (ACT-4). ACLEDInter is ACLED's inter code.
type DatedKind struct {
	Kind       ActorKind `json:"kind"`
	ACLEDInter int       `json:"acled_inter,omitempty"`
	From       Day       `json:"from,omitempty"`
	To         Day       `json:"to,omitempty"`
}

// Actor is somebody who does or suffers violence (domain §1.8).
type Actor struct {
	ID      ID                `json:"id"`
	Name    string            `json:"name"`
	Kind    ActorKind         `json:"kind"`
	Kinds   []DatedKind       `json:"kinds,omitempty"`
	Parents []Parent          `json:"parents,omitempty"`
	Aliases []Alias           `json:"aliases,omitempty"`
	Xref    map[string]string `json:"xref,omitempty"` // wikidata, ucdp_actor, acled_name, gtd_gname, plover_sector
	Country string            `json:"country,omitempty"`
}

// PersonName is a personal name taken apart (ACT-6).
type PersonName struct {
	Text  string   `json:"text"`
	Given string   `json:"given,omitempty"`
	Kunya string   `json:"kunya,omitempty"`
	Nasab string   `json:"nasab,omitempty"`
	Nisba []string `json:"nisba,omitempty"`
	Laqab string   `json:"laqab,omitempty"`
}

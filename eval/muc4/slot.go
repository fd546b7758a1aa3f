package muc4

// Slot numbers the slots as the templates do.
type Slot int

const (
	MessageID Slot = iota
	TemplateNumber
	Date
	Location
	IncidentType
	Stage
	InstrumentID
	InstrumentType
	Category
	PerpIndividual
	PerpOrganization
	OrganizationConfidence
	PhysID
	PhysType
	PhysNumber
	PhysNation
	PhysEffect
	PhysTotal
	HumName
	HumDescription
	HumType
	HumNumber
	HumNation
	HumEffect
	HumTotal
	slotCount
)

// FirstScored is the first slot that counts in the totals.
const FirstScored = Date

// kind is the kind of a fill and decides how two fills are compared.
type kind int

const (
	setFill kind = iota
	stringFill
	dateFill
	placeFill
	numberFill
	describing // a string fill with a cross-reference
)

type slotInfo struct {
	label, row, group string
	kind              kind
	refers            bool // fills carry a cross-reference
}

var slots = [slotCount]slotInfo{
	MessageID:              {"MESSAGE: ID", "message-id", "", setFill, false},
	TemplateNumber:         {"MESSAGE: TEMPLATE", "template-id", "", setFill, false},
	Date:                   {"INCIDENT: DATE", "inc-date", "inc-total", dateFill, false},
	Location:               {"INCIDENT: LOCATION", "inc-loc", "inc-total", placeFill, false},
	IncidentType:           {"INCIDENT: TYPE", "inc-type", "inc-total", setFill, false},
	Stage:                  {"INCIDENT: STAGE OF EXECUTION", "inc-stage", "inc-total", setFill, false},
	InstrumentID:           {"INCIDENT: INSTRUMENT ID", "inc-instr-id", "inc-total", stringFill, false},
	InstrumentType:         {"INCIDENT: INSTRUMENT TYPE", "inc-instr-type", "inc-total", setFill, true},
	Category:               {"PERP: INCIDENT CATEGORY", "perp-inc-cat", "perp-total", setFill, false},
	PerpIndividual:         {"PERP: INDIVIDUAL ID", "perp-ind-id", "perp-total", stringFill, false},
	PerpOrganization:       {"PERP: ORGANIZATION ID", "perp-org-id", "perp-total", stringFill, false},
	OrganizationConfidence: {"PERP: ORGANIZATION CONFIDENCE", "perp-org-conf", "perp-total", setFill, true},
	PhysID:                 {"PHYS TGT: ID", "phys-tgt-id", "phys-tgt-total", stringFill, false},
	PhysType:               {"PHYS TGT: TYPE", "phys-tgt-type", "phys-tgt-total", setFill, true},
	PhysNumber:             {"PHYS TGT: NUMBER", "phys-tgt-num", "phys-tgt-total", numberFill, true},
	PhysNation:             {"PHYS TGT: FOREIGN NATION", "phys-tgt-nation", "phys-tgt-total", setFill, true},
	PhysEffect:             {"PHYS TGT: EFFECT OF INCIDENT", "phys-tgt-effect", "phys-tgt-total", setFill, true},
	PhysTotal:              {"PHYS TGT: TOTAL NUMBER", "phys-tgt-total-num", "phys-tgt-total", numberFill, false},
	HumName:                {"HUM TGT: NAME", "hum-tgt-name", "hum-tgt-total", stringFill, false},
	HumDescription:         {"HUM TGT: DESCRIPTION", "hum-tgt-desc", "hum-tgt-total", describing, true},
	HumType:                {"HUM TGT: TYPE", "hum-tgt-type", "hum-tgt-total", setFill, true},
	HumNumber:              {"HUM TGT: NUMBER", "hum-tgt-num", "hum-tgt-total", numberFill, true},
	HumNation:              {"HUM TGT: FOREIGN NATION", "hum-tgt-nation", "hum-tgt-total", setFill, true},
	HumEffect:              {"HUM TGT: EFFECT OF INCIDENT", "hum-tgt-effect", "hum-tgt-total", setFill, true},
	HumTotal:               {"HUM TGT: TOTAL NUMBER", "hum-tgt-total-num", "hum-tgt-total", numberFill, false},
}

// Label is the slot's name in a template: "INCIDENT: DATE".
func (s Slot) Label() string { return slots[s].label }

// Row is the slot's name in a score report: "inc-date".
func (s Slot) Row() string { return slots[s].row }

// Refers says whether the slot's fills carry a cross-reference.
func (s Slot) Refers() bool { return slots[s].refers }

func (s Slot) quoted() bool { return slots[s].kind == stringFill || slots[s].kind == describing }

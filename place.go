package dateline

// PlacePrecision says how finely a place is known (domain §5.1).
type PlacePrecision string

const (
	P0 PlacePrecision = "P0" // building or site
	P1 PlacePrecision = "P1" // populated place or named city district
	P2 PlacePrecision = "P2" // near, outskirts, suburb
	P3 PlacePrecision = "P3" // second-order division
	P4 PlacePrecision = "P4" // first-order division
	P5 PlacePrecision = "P5" // part of a country larger or other than that
	P6 PlacePrecision = "P6" // country
	P7 PlacePrecision = "P7" // sea or airspace
	P9 PlacePrecision = "P9" // unknown
)

// PlaceRole says which place of an incident it is.
type PlaceRole string

const (
	PlaceSite          PlaceRole = "site"
	PlaceStart         PlaceRole = "start"
	PlaceEnd           PlaceRole = "end"
	PlaceTargetCountry PlaceRole = "target_country"
)

// Place is one entry of the gazetteer, or a site inside one (domain §1.9).
// Coordinates are WGS 84 decimal degrees.
type Place struct {
	ID           ID             `json:"id"`
	Name         string         `json:"name"`
	ASCII        string         `json:"ascii,omitempty"`
	FeatureClass string         `json:"feature_class"`
	FeatureCode  string         `json:"feature_code"`
	GeonameID    int64          `json:"geonameid,omitempty"`
	Country      string         `json:"country,omitempty"`  // ISO 3166 alpha-3
	Country2     string         `json:"country2,omitempty"` // ISO 3166 alpha-2
	Admin1       string         `json:"admin1,omitempty"`   // name
	Admin2       string         `json:"admin2,omitempty"`   // name
	Lat          *float64       `json:"lat,omitempty"`
	Lon          *float64       `json:"lon,omitempty"`
	RadiusM      *int           `json:"radius_m,omitempty"`
	Precision    PlacePrecision `json:"precision"`
	Parent       ID             `json:"parent_id,omitempty"`
	Population   int            `json:"population,omitempty"`
	Disputed     []string       `json:"disputed,omitempty"` // claimants, ISO 3166 alpha-3 (PLC-12)
}

package store

import "github.com/opendateline/dateline"

// Terms chooses by a set of values: one of Any (if given) and none of None.
// Repeated keys of the query grammar are one Terms.
type Terms[T ~string] struct {
	Any  []T
	None []T
}

// Empty says that the terms do not choose.
func (t Terms[T]) Empty() bool { return len(t.Any)+len(t.None) == 0 }

// Filter is the query grammar of lists, exports and the command line. All
// fields must hold; an empty field does not choose. Everything here is answered
// columns, save for two: the circle of Near is cut out of its box in the program,
// and AsOf unpacks the state that every incident had at that time and asks those
// (Source, Origin and Words still go by the mentions of today). Without Status a
// list holds candidate, linked and reviewed incidents.
type Filter struct {
	From, To dateline.Day // earliest–latest touches the range
	Within   bool         // or lies inside it (date=within)

	Type      Terms[dateline.Type]
	Act       Terms[dateline.Act]
	Means     Terms[dateline.Means]
	Aim       Terms[dateline.Aim]
	Flag      Terms[dateline.Flag]
	Country   Terms[string] // ISO 3166 alpha-3
	Admin1    Terms[string]
	Place     Terms[dateline.ID] // the place itself
	Precision Terms[dateline.PlacePrecision]
	Actor     Terms[dateline.ID] // in one of Role, or in any role if Role is empty
	Role      Terms[dateline.ActorRole]
	Target    Terms[dateline.TargetCategory]
	Stance    Terms[dateline.Stance]
	Support   Terms[dateline.Support] // as SupportOf
	Source    Terms[dateline.ID]      // outlet of a report, or issuer of an origin of a claim
	Origin    Terms[dateline.ID]
	Language  Terms[string] // of a report
	Status    Terms[dateline.IncidentStatus]
	Report    Terms[dateline.ID]

	KilledMin, KilledMax        *int // on best; an unknown best is left out
	KilledLowMin, KilledHighMax *int // an open high end is above every maximum
	OriginsMin, OriginsMax      *int // the lower end at least, the upper end at most
	ReportsMin                  *int
	Near                        *Near
	Box                         *Box
	Words                       string // q: in the title or in a report
	ChangedAfter                int64  // a revision later than this seq
	ChangedSince                string // a revision not before this time, RFC 3339 UTC
	AsOf                        string // as known at this time, RFC 3339 UTC

	Sort  Sort
	Limit int    // 0: all
	After string // cursor: Cursor of the last row of the page before
}

// Near is a circle around a point.
type Near struct {
	Lat, Lon, Km float64
}

// Box is a range of longitudes and latitudes; West may be greater than East
// for one across the 180th meridian.
type Box struct {
	West, South, East, North float64
}

// Sort is an order of incidents. Ties are broken by id, so that every order is
// total; what is unknown comes last.
type Sort string

const (
	SortNewest      Sort = "-date" // the default: by latest possible day, newest first
	SortOldest      Sort = "date"  // by earliest possible day
	SortMostKilled  Sort = "-killed"
	SortLeastKilled Sort = "killed"
	SortChanged     Sort = "-changed"
	SortOrigins     Sort = "-origins"
	SortID          Sort = "id"
)

// Column names what incidents can be counted by.
type Column string

const (
	ByType      Column = "type"
	ByAct       Column = "act"
	ByMeans     Column = "means"
	ByFlag      Column = "flag"
	ByCountry   Column = "country"
	ByAdmin1    Column = "admin1"
	ByPlace     Column = "place"
	ByPrecision Column = "precision"
	ByActor     Column = "actor"
	ByTarget    Column = "target"
	ByStance    Column = "stance"
	BySupport   Column = "support"
	ByStatus    Column = "status"
	BySource    Column = "source"
	ByLanguage  Column = "lang"
	ByDay       Column = "day" // incidents known to the day
	ByMonth     Column = "month"
	ByYear      Column = "year"
)

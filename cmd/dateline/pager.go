package main

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// paged runs a command with its output going through the pager where it goes
// to a terminal, closes the store, and says how long it took if asked to.
func (a *app) paged(command string, run func(...any) error) error {
	began, finish := a.now(), func() {}
	if !silent[command] {
		finish = a.startPager()
	}
	err := run()
	if a.store != nil {
		err = errors.Join(err, a.store.Close())
	}
	finish()
	if a.global.Verbose {
		a.talk("Store %s. Took %s.", a.storeDir(), a.now().Sub(began).Round(time.Millisecond))
	}
	if errors.Is(err, syscall.EPIPE) {
		return nil // the reader has seen enough
	}
	return err
}

// startPager puts $PAGER, or less, between the program and the terminal; less
// leaves by itself where the output fits on one screen. What finishes it waits
// until the reader has closed it.
func (a *app) startPager() (finish func()) {
	pager := a.env("PAGER")
	if pager == "" {
		pager = "less"
	}
	if !a.tty || a.plain() || a.global.NoPager || pager == "cat" {
		return func() {}
	}
	words := strings.Fields(pager)
	path, err := exec.LookPath(words[0])
	if err != nil {
		return func() {}
	}
	cmd := exec.Command(path, words[1:]...)
	if cmd.Env = os.Environ(); a.env("LESS") == "" {
		cmd.Env = append(cmd.Env, "LESS=FRX")
	}
	cmd.Stdout, cmd.Stderr = a.stdout, a.stderr
	in, err := cmd.StdinPipe()
	if err != nil || cmd.Start() != nil {
		return func() {}
	}
	terminal := a.stdout
	a.stdout = in
	return func() {
		a.stdout = terminal
		_ = in.Close() // the pager may have gone already
		_ = cmd.Wait() // and its exit code says nothing about the output
	}
}

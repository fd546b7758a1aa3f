// Command dateline reads news reports of political violence into reconciled,
// source-cited incident records. This package only wires: flags, configuration,
// output. What the commands do lives in the packages they call.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/term"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second Ctrl-C ends the program at once
	}()
	a := &app{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		env: os.Getenv, now: time.Now,
		tty: term.IsTerminal(int(os.Stdout.Fd())), talkTTY: term.IsTerminal(int(os.Stderr.Fd())),
	}
	if width, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
		a.width = width
	}
	os.Exit(a.run(ctx, os.Args[1:]))
}

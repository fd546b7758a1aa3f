package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"github.com/opendateline/dateline"
)

// Options of a server.
type Options struct {
	Addr    string // HOST:PORT on loopback; port 0 takes a free one
	Handler http.Handler
	Ready   func(url string) // told once, when requests are answered
}

// patience is how long requests under way may take after the order to stop.
const patience = 5 * time.Second

// Run answers requests until ctx ends, then lets those under way finish. It
// returns nil after a stop that was asked for. Forbidden: the address is not
// on loopback; Unavailable: it cannot be listened on.
func Run(ctx context.Context, o Options) error {
	if err := checkAddr(o.Addr); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", o.Addr)
	if err != nil {
		return &dateline.Error{Code: dateline.Unavailable, Err: err, Next: "Another program may use the port; choose one with --addr 127.0.0.1:PORT"}
	}
	server := &http.Server{Handler: Guard(o.Handler), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	if o.Ready != nil {
		o.Ready("http://" + listener.Addr().String() + "/")
	}
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if err := server.Shutdown(stopping); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

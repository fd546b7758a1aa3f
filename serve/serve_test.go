package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/opendateline/dateline"
)

// TestAddress: only loopback is listened on, as long as there is no sign-in.
func TestAddress(t *testing.T) {
	for _, row := range []struct {
		addr string
		code dateline.Code
	}{
		{"127.0.0.1:0", ""}, {"localhost:8437", ""}, {"[::1]:8437", ""},
		{"0.0.0.0:8437", dateline.Forbidden}, {":8437", dateline.Forbidden}, {"192.0.2.1:80", dateline.Forbidden}, {"[::]:80", dateline.Forbidden},
		{"8437", dateline.Invalid}, {"", dateline.Invalid},
	} {
		if got := dateline.CodeOf(checkAddr(row.addr)); got != row.code {
			t.Errorf("%q: %q, want %q", row.addr, got, row.code)
		}
	}
}

// TestTaken: a port that is in use is said, with what to do.
func TestTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = Run(t.Context(), Options{Addr: l.Addr().String(), Handler: http.NotFoundHandler()})
	if dateline.CodeOf(err) != dateline.Unavailable {
		t.Errorf("got %v", err)
	}
}

// TestGracefulStop: a request under way is answered before Run returns.
func TestGracefulStop(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	started, url := make(chan bool), make(chan string, 1)
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(started)
		time.Sleep(100 * time.Millisecond)
		_, _ = io.WriteString(w, "whole")
	})
	done := make(chan error, 1)
	go func() {
		done <- Run(ctx, Options{Addr: "127.0.0.1:0", Handler: slow, Ready: func(u string) { url <- u }})
	}()
	body := make(chan string, 1)
	go func() {
		res, err := http.Get(<-url)
		if err != nil {
			body <- err.Error()
			return
		}
		defer res.Body.Close()
		b, _ := io.ReadAll(res.Body)
		body <- string(b)
	}()
	<-started
	stop()
	if got := <-body; got != "whole" {
		t.Errorf("the request under way got %q", got)
	}
	if err := <-done; err != nil {
		t.Errorf("Run: %v", err)
	}
}

package muc4

import (
	"bufio"
	"io"
	"regexp"
	"strings"
)

// Message is one text of the corpus. Text is what follows the line with the id,
// as stored.
type Message struct {
	ID   string
	Text string
}

var messageLine = regexp.MustCompile(`^(?:DEV|TST[1-4])-MUC[34]-\d{4}\b`)

// ParseMessages splits a file of texts at the lines that name a message.
func ParseMessages(r io.Reader) ([]Message, error) {
	var messages []Message
	var text strings.Builder
	end := func() {
		if len(messages) > 0 {
			messages[len(messages)-1].Text = strings.Trim(text.String(), "\r\n")
		}
		text.Reset()
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if id := messageLine.FindString(lines.Text()); id != "" {
			end()
			messages = append(messages, Message{ID: id})
			continue
		}
		text.WriteString(lines.Text())
		text.WriteByte('\n')
	}
	end()
	return messages, lines.Err()
}

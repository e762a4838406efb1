"""A stand-in for the Claude API: real HTTP and SSE on this machine, strict about every request."""

"""The rules behind findings: one page each, for the terminal and for docs/rules.md."""

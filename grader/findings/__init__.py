"""Findings: what can be located in the student's source."""

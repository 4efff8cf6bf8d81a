"""Running cases: a pytest session on the trusted side of the wire."""

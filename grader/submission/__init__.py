"""Reading what a student handed in, without running it."""

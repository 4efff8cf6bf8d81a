"""For authors: stubs from solutions, and the proof that an exercise works."""

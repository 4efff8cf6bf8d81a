"""Words: what a person reads about an outcome."""

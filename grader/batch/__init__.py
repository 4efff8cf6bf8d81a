"""A class: many submissions judged by one engine, and the gradebook of it."""

"""The host's side of the wall: start guests, call them, bound what they cost."""

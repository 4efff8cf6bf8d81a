"""Exercises taken over from notebooks of other graders. No notebook is ever run."""

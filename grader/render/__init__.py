"""Renderers: each turns the same records into one format, and imports nothing else."""

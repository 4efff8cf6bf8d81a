"""What NumPy and Python raise, in the wordings of all versions, by its subject."""

"""Save, look, fix: an exercise checked each time that its file is saved."""

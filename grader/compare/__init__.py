"""Comparing what a student's function returned with what is right."""

"""What a student asks for between checks: the list, hints, inputs, stubs, solutions."""

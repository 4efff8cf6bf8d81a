#!/usr/bin/env bash
# Written by grader @@version: Gradescope runs this for each submission.
#
# Gradescope's container holds the solutions and hidden cases next to the submission. The
# student's code runs in a sandbox inside it that sees Python and NumPy and none of that.
# --isolation @@isolation: @@meaning
root=${AUTOGRADER_ROOT:-/autograder}
source=$root/source
results=$root/results

put() {
  cp "$source/$1" "$results/.next" && mv "$results/.next" "$results/results.json"
}

# Before anything else: should what follows break or be killed, this is what is read.
mkdir -p "$results"
put failed.json

# Gradescope gives up after 10 minutes, unless its settings say otherwise, and then shows
# nothing: this ends earlier, and says so.
seconds=${AUTOGRADER_SECONDS:-@@seconds}
timeout --kill-after=10 "$seconds" \
  "$root/grader/bin/python" -P -m grader.cli.autograder "$root"
code=$?
if [ "$code" -eq 124 ]; then
  put late.json
fi
# What went wrong is in the document: Gradescope must not take it for a crash.
exit 0

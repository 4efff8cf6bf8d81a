#!/usr/bin/env bash
# Written by grader @@version: Gradescope runs this once, when it builds the image.
set -euo pipefail
root=${AUTOGRADER_ROOT:-/autograder}
export DEBIAN_FRONTEND=noninteractive PIP_ROOT_USER_ACTION=ignore

apt-get update -qq
# A container mostly refuses bubblewrap. Then Landlock, another wall of the kernel, stands
# in its place: nothing has to be installed for it.
apt-get install -y -qq --no-install-recommends bubblewrap || true

# Ubuntu 22.04 has Python 3.10 as python3 and 3.11 beside it; 24.04 has 3.12.
found() {
  local name
  for name in python3.14 python3.13 python3.12 python3.11 python3; do
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
      echo "$name"
      return
    fi
  done
  return 1
}
for version in present 3.12 3.11; do
  if python=$(found); then
    break
  fi
  [ "$version" = present ] || apt-get install -y -qq "python$version-venv" || true
done
if ! python=$(found); then
  echo "The grader needs Python 3.11 or later: choose a newer base image." >&2
  exit 1
fi

"$python" -m venv "$root/grader"
"$root/grader/bin/pip" install --quiet @@install
# For whoever reads how the image was built: the walls that there are here. The machine
# that runs it may have others; every results.json names the one that stood.
"$root/grader/bin/grader" doctor || true

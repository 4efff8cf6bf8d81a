if [ ! -f submissions.txt ]; then
  echo "There is no submissions.txt. Write a line for each student, such as: alice school/lab-1-alice" >&2
  exit 1
fi
if [ -n "${TOKEN:-}" ]; then
  # In the environment of git: no command line and no file holds it.
  export GIT_CONFIG_COUNT=1
  export GIT_CONFIG_KEY_0="http.$SERVER/.extraheader"
  GIT_CONFIG_VALUE_0="Authorization: Basic $(printf '@@user:%s' "$TOKEN" | base64 -w0)"
  export GIT_CONFIG_VALUE_0
fi
# What a repository says of large files could send git to another server.
export GIT_TERMINAL_PROMPT=0 GIT_LFS_SKIP_SMUDGE=1
mkdir -p "$PLACE/submissions"
: > "$PLACE/commits.txt"
number=0 fetched=0
while read -r id repository more || [ -n "$id" ]; do
  number=$((number + 1))
  case "$id" in '' | '#'*) continue ;; esac
  if ! [[ $id =~ ^[A-Za-z0-9_][A-Za-z0-9._@+-]*$ && $repository =~ ^@@path$ && -z $more ]]; then
    echo "submissions.txt, line $number: write a name and a repository, such as: alice school/lab-1-alice" >&2
    exit 1
  fi
  if [ -e "$PLACE/submissions/$id" ]; then
    echo "submissions.txt, line $number: $id is there twice" >&2
    exit 1
  fi
  # Links become plain files: none leads out of the submission. What takes longer than
  # five minutes must not cost the others theirs.
  if timeout 300 git -c core.symlinks=false clone --quiet --depth 1 --no-tags -- \
    "$SERVER/$repository.git" "$PLACE/submissions/$id" \
    < /dev/null 2> "$PLACE/said.txt"; then
    commit=$(git -C "$PLACE/submissions/$id" rev-parse --verify --quiet HEAD || echo "no commit")
    echo "$id $repository $commit" | tee -a "$PLACE/commits.txt"
    rm -rf "$PLACE/submissions/$id/.git"
    fetched=$((fetched + 1))
  else
    @@warn
    # Names of files are a student's: what they look like must command nothing.
    tr '\r' ' ' < "$PLACE/said.txt" | sed 's/^/  | /; s/##\[/## [/g'
    rm -rf "$PLACE/submissions/$id"
    echo "$id $repository could not be fetched" >> "$PLACE/commits.txt"
  fi
done < <(tr -d '\r' < submissions.txt)
if [ "$fetched" -eq 0 ]; then
  echo "None of the repositories in submissions.txt could be fetched." >&2
  exit 1
fi
# In one file: an artifact refuses some of the names that a student may give a file.
tar -C "$PLACE" -cf "$PLACE/submissions.tar" submissions commits.txt

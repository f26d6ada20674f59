# Sourced by the scripts beside it: finds Python, and keeps virtual environments in step with their locks.
# Debian may lack python3-venv and refuses a bare `pip install`, so the environments hold no pip of their own.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# The first Python from 3.11 on that has pip. PYTHON=… names one.
find_python() {
  local candidate
  for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
    if "$candidate" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  say "Alongside needs Python 3.11 or newer with pip. On Debian and Ubuntu: sudo apt install python3-pip"
  return 1
}

# fingerprint PATH…: one hash over where they lie, their names and their contents.
fingerprint() {
  { printf '%s\n' "$root"; cd "$root" && find "$@" -type f -not -name '*.pyc' -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum; } | sha256sum | cut -d ' ' -f 1
}

# in_step FOLDER NAME HASH: was this part of the environment installed from these files?
in_step() { [[ -x $1/bin/python && $(cat "$1/.$2" 2>/dev/null) == "$3" ]]; }

# pip_into FOLDER ARGUMENTS…
pip_into() {
  local folder=$1 python
  shift
  python=$(find_python)
  "$python" -m pip --python "$folder/bin/python" --disable-pip-version-check --quiet "$@"
}

# environment FOLDER LOCK…: a fresh environment with exactly the locked packages, unless it stands already.
environment() {
  local folder=$1 lock hash python
  shift
  hash=$(fingerprint "$@")
  in_step "$folder" lock "$hash" && return
  say "Installing packages into ${folder#"$root"/} (once for each lock file; a minute or two)"
  python=$(find_python)
  "$python" -m venv --clear --without-pip "$folder"
  for lock in "$@"; do
    pip_into "$folder" install --require-hashes -r "$root/$lock"
  done
  printf '%s\n' "$hash" >"$folder/.lock"
}

# For scripts/test and scripts/check: the developers' tools, and the project itself from its source tree.
developer_environment() {
  local folder=$root/.venv-dev hash
  environment "$folder" requirements-dev.lock
  hash=$(fingerprint pyproject.toml)
  if ! in_step "$folder" project "$hash"; then
    pip_into "$folder" install --no-deps --no-build-isolation -e "$root"
    printf '%s\n' "$hash" >"$folder/.project"
  fi
  PATH="$folder/bin:$PATH"
}

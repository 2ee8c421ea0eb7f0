#!/usr/bin/env bash
# The first job of the reusable workflow: deals the suites out to shards, as the outputs "matrix" and "count".
set -euo pipefail
exec 2>&1

# shellcheck source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/tool.sh"

find_tool
read_suites
matrix=$("$tool" matrix --shards="$INPUT_SHARDS" -- "${suites[@]}" </dev/null) ||
  give_up invalid 2 "The suites cannot be dealt out; the log tells why."
{
  printf 'matrix=%s\n' "$matrix"
  printf 'count=%s\n' "$(grep -o '"shard":' <<<"$matrix" | wc -l)"
} >>"$GITHUB_OUTPUT"

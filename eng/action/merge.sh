#!/usr/bin/env bash
# The last job of the reusable workflow: joins what the shards left, and tells the runner what all of them came to. Each shard
# has made its own annotations.
set -euo pipefail
exec 2>&1

# shellcheck source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/tool.sh"

find_tool
shopt -s nullglob
folders=("$INPUT_FOLDER"/*/)
((${#folders[@]} > 0)) || give_up infrastructure 4 "No shard left artifacts."

code=0
"$tool" merge --output="$INPUT_OUTPUT" -- "${folders[@]}" </dev/null || code=$?
[[ -f $INPUT_OUTPUT/index.json ]] || give_up infrastructure 4 "The artifacts of the shards cannot be joined; the log tells why."
"$tool" report --github -- "$INPUT_OUTPUT" </dev/null >/dev/null || true # it ends as the merge did

if ((${#folders[@]} < INPUT_COUNT)); then
  printf '::error title=Harness::%s of %s shards left artifacts.\n' "${#folders[@]}" "$INPUT_COUNT"
  exit 4
fi
if [[ $code == 3 && $INPUT_FAIL_ON_DRIFT == false ]]; then code=0; fi
exit "$code"

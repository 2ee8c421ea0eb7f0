#!/usr/bin/env bash
# What action.yml does: finds or installs the tool, runs the suites, and tells the runner what they came to.
# The inputs arrive as INPUT_ variables; nothing of them is ever part of a script.
set -euo pipefail

# One stream. The runner reads standard output and standard error apart from each other, so that a line of the one, written
# while commands were stopped, could be read after they were allowed again by the other.
exec 2>&1

# shellcheck source-path=SCRIPTDIR
. "${BASH_SOURCE[0]%/*}/tool.sh"

run_suites() {
  local arguments=(--output="$output") suites
  [[ -z $INPUT_RUNS ]] || arguments+=(--runs="$INPUT_RUNS")
  [[ -z $INPUT_ENGINE ]] || arguments+=(--engine="$INPUT_ENGINE")
  [[ -z $INPUT_BASELINE ]] || arguments+=(--baseline="$INPUT_BASELINE")
  read_suites
  # A suite may ask for variables of this environment. These are between the runner and its steps.
  unset GITHUB_ENV GITHUB_OUTPUT GITHUB_PATH GITHUB_STATE GITHUB_STEP_SUMMARY "${!ACTIONS_@}"
  exec "$tool" run "${arguments[@]}" -- "${suites[@]}" </dev/null
}

# Bash does not pass on the signals of a job that is cancelled, and containers would outlive it.
child=
# shellcheck disable=SC2317 # reached through traps
pass_on() { [[ -z $child ]] || kill -s "$1" -- "$child" 2>/dev/null || true; }

wait_for_child() {
  code=0
  wait "$child" || code=$?
  # A signal ends the wait, not the child.
  while kill -0 "$child" 2>/dev/null; do
    code=0
    wait "$child" || code=$?
  done
}

# Nothing that is printed between the two is taken for a command, by whomever it is printed.
stop_commands() {
  trap allow_commands EXIT
  printf '::stop-commands::%s\n' "$token"
}
allow_commands() {
  trap - EXIT
  printf '\n::%s::\n' "$token"
}

# The first error that the tool names; without one, the given text. What it refuses it refuses again, before it starts anything.
why_refused() {
  local line
  while read -r line; do
    [[ $line == *": error"* ]] || continue
    as_message "$line"
    return
  done < <(run_suites 2>&1)
  printf '%s' "$1"
}

# Standard output of the report is annotations and nothing else; what it says besides is still only text.
tell() {
  local told=0
  # What an earlier step left must not speak for this one; the runner makes the file of outputs anew for each step.
  if [[ $output/index.json -nt $GITHUB_OUTPUT ]]; then
    annotations=$("$tool" report --github -- "$output" </dev/null) || told=$?
    # It ends as the run did, unless it failed itself.
    if ((code == 0 || code == 3)); then code=$told; fi
    return
  fi
  local why="The run ended with exit code $code before it recorded anything; the log tells why."
  case $code in
    2)
      verdict=invalid
      why=$(why_refused "$why")
      ;;
    130 | 143) verdict=interrupted ;;
    *) verdict=infrastructure ;;
  esac
  printf 'verdict=%s\n' "$verdict" >>"$GITHUB_OUTPUT"
  annotations="::error title=Harness::$why"
  if ((code == 0)); then code=4; fi
}

case $INPUT_FAIL_ON_DRIFT in
  true | false) ;;
  *) give_up invalid 2 "The input fail-on-drift must be true or false, but is '$INPUT_FAIL_ON_DRIFT'." ;;
esac

output=${INPUT_OUTPUT:-artifacts/smoke}
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
annotations=
find_tool

stop_commands
trap 'pass_on INT' INT
trap 'pass_on TERM' TERM
set -m # a process group of its own: signals come from here alone, and SIGINT is not ignored as in other background jobs
run_suites &
child=$!
set +m
wait_for_child
tell
allow_commands

[[ -z $annotations ]] || printf '%s\n' "$annotations"
if [[ $code == 3 && $INPUT_FAIL_ON_DRIFT == false ]]; then code=0; fi
exit "$code"

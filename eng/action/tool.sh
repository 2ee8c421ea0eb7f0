# shellcheck shell=bash
# Sourced: finds the tool, or installs it. INPUT_TOOL names it, else INPUT_VERSION says which to install; sets "tool".

# Text of any origin as the message of an annotation: one line, of which nothing is more than text.
as_message() {
  local text=${1//[[:cntrl:]]/?}
  printf '%s' "${text//%/%25}"
}

# Ends the step before anything has run.
give_up() {
  printf '::error title=Harness::%s\n' "$(as_message "$3")"
  printf 'verdict=%s\n' "$1" >>"$GITHUB_OUTPUT"
  exit "$2"
}

find_tool() {
  if [[ -n $INPUT_TOOL ]]; then
    tool=$(type -P -- "$INPUT_TOOL") || give_up invalid 2 "The input tool names no program that can be run."
    return
  fi
  local folder=$RUNNER_TEMP/harness-${INPUT_VERSION:-latest}
  tool=$folder/harness
  [[ ! -x $tool ]] || return 0
  type -P dotnet >/dev/null || give_up infrastructure 4 "There is no .NET SDK: add actions/setup-dotnet, or give the input tool."
  # Not from within the workspace: a NuGet.config or global.json there may come from a pull request.
  (cd -- "$RUNNER_TEMP" && dotnet tool install Harness.Cli --tool-path "$folder" ${INPUT_VERSION:+--version "$INPUT_VERSION"}) ||
    give_up infrastructure 4 "The tool could not be installed; the log tells why."
}

# Fills "suites" with the lines of INPUT_SUITES.
read_suites() {
  local suite
  suites=()
  while read -r suite; do
    [[ -z $suite ]] || suites+=("$suite")
  done <<<"$INPUT_SUITES"
}

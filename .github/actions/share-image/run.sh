#!/usr/bin/env bash
# Runs one command with the inputs of the action. Reads PROGRAM or JAR, COMMAND, MORE_ARGUMENTS, ACCEPT, and each option from
# OPTION_<NAME>; the program itself writes the outputs, the summary and the annotations.
set -feuo pipefail

arguments=("$COMMAND" --yes)
for variable in "${!OPTION_@}"; do
  value=${!variable}
  name=--$(printf %s "${variable#OPTION_}" | tr '[:upper:]_' '[:lower:]-')
  case $value in
  '' | false) ;;
  true) arguments+=("$name") ;;
  *) arguments+=("$name=$value") ;;
  esac
done
while IFS= read -r argument; do
  [ -z "$argument" ] || arguments+=("$argument")
done <<<"$MORE_ARGUMENTS"

if [ -n "$PROGRAM" ]; then
  program=("$PROGRAM")
else
  program=(java -jar "$JAR")
fi
result=$(mktemp "$RUNNER_TEMP/share-image.XXXXXX")
echo "result=$result" >>"$GITHUB_OUTPUT"
exit_code=0
"${program[@]}" "${arguments[@]}" | tee "$result" || exit_code=$?
for accepted in $ACCEPT; do
  [ "$exit_code" != "$accepted" ] || exit 0
done
exit "$exit_code"

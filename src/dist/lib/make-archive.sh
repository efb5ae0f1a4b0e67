#!/bin/sh
# shellcheck disable=SC2086,SC3013,SC3067 # options are words; every sh in use has -O
# Makes the archive of loaded classes, which makes later starts faster: runs typical commands on its own local cloud and
# keeps the classes that the JVM loaded. The launcher and the installers start this script.
# usage: make-archive.sh --key KEY ARCHIVE JAR JAVA JAVA-OPTION...
#          makes it beside the program; KEY is written to a file beside it, and identifies the JVM and the program
#        make-archive.sh --after PID --cache CACHE ARCHIVE JAR JAVA JAVA-OPTION...
#          waits for the end of a process, then makes it in the user's cache, which only that user can read

key='' after='' cache=''
while :; do
  case $1 in
  --key) key=$2 ;;
  --after) after=$2 ;;
  --cache) cache=$2 ;;
  *) break ;;
  esac
  shift 2
done
archive=$1 jar=$2 java=$3
shift 3
directory=${archive%/*}

wait_for_command() {
  trap '' HUP
  while kill -0 "$after" 2>/dev/null; do sleep 1; done
}

if [ -n "$cache" ]; then
  umask 077
  [ ! -L "$cache" ] && mkdir -p "$directory" && [ -O "$cache" ] || exit 0
else
  umask 022
  [ -w "$directory" ] || {
    echo "make-archive.sh: $directory cannot be written to; share-image starts more slowly without its archive" >&2
    exit 1
  }
fi

# Only one script makes the archive at a time. The lock of a killed one is taken over.
lock=$directory/classes.lock
if ! (set -C && echo $$ >"$lock") 2>/dev/null; then
  read -r holder <"$lock"
  if [ -n "$holder" ] && kill -0 "$holder" 2>/dev/null; then
    exit 0
  fi
  echo $$ >"$lock"
fi
scratch=$directory/making.$$
trap 'rm -rf "$scratch" "$lock"' EXIT
trap 'exit 143' TERM INT
[ -z "$after" ] || wait_for_command
mkdir "$scratch" || exit 1

# A person waits for an installation, and nobody for what runs after a command.
priority=${after:+nice -n 19}
quietly() {
  env -i PATH="$PATH" $priority "$java" "$@" </dev/null >/dev/null 2>&1
}

# In two steps: with an archive that is made at the end of a run, starts take a tenth longer, and an AOT cache is loaded
# completely before the program begins.
quietly "$@" "-XX:DumpLoadedClassList=$scratch/classes.txt" -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
quietly "$@" -Xshare:dump "-XX:SharedClassListFile=$scratch/classes.txt" \
  "-XX:SharedArchiveFile=$scratch/classes.jsa" -cp "$jar"

if [ -n "$key" ]; then
  [ -s "$scratch/classes.jsa" ] || {
    echo "make-archive.sh: $java made no archive of loaded classes; share-image starts more slowly without" >&2
    exit 1
  }
  printf '%s\n' "$key" >"$scratch/classes.key"
  chmod 644 "$scratch/classes.jsa" # the JVM makes it readable for its owner alone
  # The key is written last, because an archive without its key is not used.
  rm -f "$directory/classes.key" && mv -f "$scratch/classes.jsa" "$archive" && mv -f "$scratch/classes.key" "$directory/"
  exit
fi

# An empty file means that this JVM cannot make an archive, so that not every start tries again.
[ -s "$scratch/classes.jsa" ] || : >"$scratch/classes.jsa"
mv -f "$scratch/classes.jsa" "$archive"

find "$cache/classes" -name classes.jsa -type f -mtime +30 -exec rm -f {} +
find "$cache/classes" -depth -mindepth 1 -type d -empty -mtime +1 -exec rmdir {} +

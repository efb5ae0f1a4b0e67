#!/bin/sh
# shellcheck disable=SC3013,SC3067 # every sh in use has -O
# Makes the archive of loaded classes from which later starts are quicker: runs typical commands on a
# local cloud of its own and keeps what the JVM loaded for them. The launcher starts this in the background.
# usage: make-archive.sh CACHE ARCHIVE JAR JAVA JAVA-OPTION...

cache=$1 archive=$2 jar=$3 java=$4
shift 4
umask 077
trap '' HUP
directory=${archive%/*}
mkdir -p "$directory" && [ -O "$cache" ] || exit 0

# One maker at a time; the lock of one that was killed is taken over.
lock=$directory/lock
if ! (set -C && echo $$ >"$lock"); then
  read -r holder <"$lock"
  if [ -n "$holder" ] && kill -0 "$holder"; then
    exit 0
  fi
  echo $$ >"$lock"
fi
scratch=$directory/making.$$
trap 'rm -rf "$scratch" "$lock"' EXIT
trap 'exit 143' TERM INT
mkdir "$scratch" || exit 0

quietly() {
  env -i PATH="$PATH" nice "$java" "$@"
}

# In two steps, for an archive that is made at the end of a run starts a tenth slower, and an AOT cache loads
# everything that is in it before the program begins.
quietly "$@" "-XX:DumpLoadedClassList=$scratch/classes.txt" -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
quietly "$@" -Xshare:dump "-XX:SharedClassListFile=$scratch/classes.txt" \
  "-XX:SharedArchiveFile=$scratch/classes.jsa" -cp "$jar"

# An empty file says that this JVM makes none, so that it is not tried again at every start.
[ -s "$scratch/classes.jsa" ] || : >"$scratch/classes.jsa"
mv -f "$scratch/classes.jsa" "$archive"

find "$cache/classes" -name classes.jsa -type f -mtime +30 -exec rm -f {} +
find "$cache/classes" -depth -mindepth 1 -type d -empty -mtime +1 -exec rmdir {} +

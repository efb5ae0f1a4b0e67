#!/bin/sh
# shellcheck disable=SC2086 # options are words
# Makes both archives of loaded classes of the form with its own Java, in the folder where it stands. They also work after
# the folder is moved, but then the JVM looks for the jar at its former place, once for each class.
set -eu
home=$(cd -P -- "$(dirname -- "$0")/.." && pwd -P)
java=$home/runtime/bin/java
jar=$home/lib/share-image.jar
scratch=$(mktemp -d "$home/lib/making.XXXXXX")
cloud=''
trap '[ -z "$cloud" ] || kill "$cloud"; rm -rf "$scratch"' EXIT
trap 'exit 143' TERM INT

# Trains with the collector and the limit of the heap of the launcher, because an archive fits only these.
train() {
  env -i PATH="$PATH" "$@" </dev/null >/dev/null 2>&1 || true # what it makes is looked at
}
options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -XX:-UsePerfData -Xlog:disable'
keep() {
  if [ ! -s "$scratch/$1" ] || ! mv -f "$scratch/$1" "$home/lib/$1"; then
    echo "make-archives.sh: $home/lib/$1 was not made; share-image starts more slowly without" >&2
    exit 1
  fi
  chmod 644 "$home/lib/$1" # the JVM makes it readable for its owner alone
}

train "$java" $options "-XX:DumpLoadedClassList=$scratch/classes.txt" -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
train "$java" $options -Xshare:dump "-XX:SharedClassListFile=$scratch/classes.txt" \
  "-XX:SharedArchiveFile=$scratch/classes.jsa" -cp "$jar"
keep classes.jsa
[ ! -f "$java.exe" ] || exit 0 # the launcher for Windows uses this archive for all commands

# All classes of the cache are loaded at each start. So it gets none of the local cloud, which is another process here.
env -i PATH="$PATH" "$java" -cp "$jar" dev.shareimage.Main sandbox serve --port 0 "--sandbox=$scratch/cloud" \
  </dev/null >"$scratch/address" 2>/dev/null &
cloud=$!
for seconds in 1 1 2 4 8 16; do
  [ -s "$scratch/address" ] || sleep "$seconds"
done
(
  eval "$(env -i PATH="$PATH" "$java" -cp "$jar" dev.shareimage.Main sandbox env "--sandbox=$scratch/cloud")"
  train ALIBABA_CLOUD_ACCESS_KEY_ID="$ALIBABA_CLOUD_ACCESS_KEY_ID" \
    ALIBABA_CLOUD_ACCESS_KEY_SECRET="$ALIBABA_CLOUD_ACCESS_KEY_SECRET" \
    SHARE_IMAGE_ENDPOINT="$(cat "$scratch/address")" \
    "$java" $options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$scratch/client.aot" \
    -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
)
keep client.aot

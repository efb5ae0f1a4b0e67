#!/bin/sh
# shellcheck disable=SC2086 # options are words
# Makes the form of the program with its own Java: src/dist/runtime/build.sh JDK-25
# The result is target/share-image-runtime. It runs on machines of the same platform, and may be moved.
set -eu
jdk=$1
cd "$(dirname "$0")/../../.."
layout=target/share-image
home=target/share-image-runtime
rm -rf "$home"
mkdir -p "$home/bin" "$home/lib"
cp -Rp "$layout/LICENSE" "$layout/licenses" "$layout/man" "$layout/completions" "$layout/schemas" "$home/"
if [ -f "$layout/share-image.cdx.json" ]; then # a build without network makes no bill of materials
  cp -p "$layout/share-image.cdx.json" "$home/"
fi
cp -p "$layout/lib/share-image.jar" "$home/lib/"
if [ -f "$jdk/bin/java.exe" ]; then
  cp src/dist/runtime/share-image.cmd "$home/bin/"
else
  cp src/dist/runtime/share-image "$home/bin/"
  chmod 755 "$home/bin/share-image"
fi

# The modules that jdeps names, and name services and elliptic curves, which TLS loads at run time.
"$jdk/bin/jlink" --add-modules java.base,java.logging,java.naming,java.xml,jdk.crypto.ec,jdk.unsupported \
  --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$home/runtime"
rm -f "$home"/runtime/lib/server/*.jsa

scratch=$(mktemp -d)
cloud=''
trap '[ -z "$cloud" ] || kill "$cloud"; rm -rf "$scratch"' EXIT
trap 'exit 143' TERM INT
java=$home/runtime/bin/java
# The JVM looks for the jar where it was trained, once for each class as long as nothing is found there.
jar=$PWD/$home/lib/share-image.jar

# Trains with the collector and the limit of the heap of the launcher, because an archive fits only these.
train() {
  env -i PATH="$PATH" "$@" </dev/null >/dev/null 2>&1 || true # what it makes is looked at
}
options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -XX:-UsePerfData -Xlog:disable'
check_made() {
  [ -s "$1" ] || {
    echo "runtime/build.sh: ${1##*/} was not made" >&2
    exit 1
  }
}

train "$java" $options "-XX:DumpLoadedClassList=$scratch/classes.txt" -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
train "$java" $options -Xshare:dump "-XX:SharedClassListFile=$scratch/classes.txt" \
  "-XX:SharedArchiveFile=$home/lib/classes.jsa" -cp "$jar"
check_made "$home/lib/classes.jsa"
[ ! -f "$jdk/bin/java.exe" ] || exit 0 # the launcher for Windows uses this archive for all commands

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
    "$java" $options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$home/lib/client.aot" \
    -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
)
check_made "$home/lib/client.aot"

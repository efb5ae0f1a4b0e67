#!/bin/sh
# Makes the form of the program with its own Java: src/dist/runtime/build.sh JDK-25
# The result is target/share-image-runtime. It runs on machines of the same platform, and may be moved.
set -eu
jdk=$1
cd "$(dirname "$0")/../../.."
layout=target/share-image
home=target/share-image-runtime
rm -rf "$home"
mkdir -p "$home/bin" "$home/lib"
cp -Rp "$layout/LICENSE" "$layout/licenses" "$layout/man" "$layout/completions" "$home/"
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

# The same options as in the launcher, because an archive fits only one garbage collector.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
quietly() {
  env -i PATH="$PATH" "$home/runtime/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData \
    -Xlog:disable "$@" </dev/null >/dev/null 2>&1
}
jar=$home/lib/share-image.jar
quietly "-XX:DumpLoadedClassList=$scratch/classes.txt" -cp "$jar" dev.shareimage.CdsTrainingRun "$scratch"
quietly -Xshare:dump "-XX:SharedClassListFile=$scratch/classes.txt" "-XX:SharedArchiveFile=$home/lib/classes.jsa" \
  -cp "$jar"
[ -s "$home/lib/classes.jsa" ] || {
  echo "runtime/build.sh: the archive of loaded classes was not made" >&2
  exit 1
}

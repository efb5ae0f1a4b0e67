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
cp -Rp "$layout/LICENSE" "$layout/licenses" "$layout/man" "$layout/completions" "$layout/schemas" "$home/"
if [ -f "$layout/share-image.cdx.json" ]; then # a build without network makes no bill of materials
  cp -p "$layout/share-image.cdx.json" "$home/"
fi
cp -p "$layout/lib/share-image.jar" "$home/lib/"
cp src/dist/runtime/make-archives.sh "$home/lib/"
chmod 755 "$home/lib/make-archives.sh"
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

"$home/lib/make-archives.sh"

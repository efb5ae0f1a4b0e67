#!/bin/sh
# Packs the form with its own Java, with its checksum: src/dist/runtime/pack.sh VERSION PLATFORM
# PLATFORM is a name such as linux-x64. Time stamps are kept: the archive of loaded classes fits the jar's.
set -eu
name=share-image-$1-$2
cd "$(dirname "$0")/../../../target"
rm -rf "$name"
mv share-image-runtime "$name"
tar -czf "$name.tar.gz" "$name"
mv "$name" share-image-runtime
../src/dist/checksums.sh "$1" "$name.tar.gz"

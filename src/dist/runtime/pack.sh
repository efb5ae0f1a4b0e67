#!/bin/sh
# Packs the form with its own Java, and writes its checksum: src/dist/runtime/pack.sh VERSION PLATFORM
# PLATFORM is a name such as linux-x64. Time stamps are kept, because the archive of loaded classes depends on that of the jar.
set -eu
name=share-image-$1-$2
cd "$(dirname "$0")/../../../target"
rm -rf "$name"
mv share-image-runtime "$name"
# Root owns the files after root unpacks them. GNU tar and BSD tar have different options for that.
case $(tar --version) in
*GNU*) tar --owner=0 --group=0 --numeric-owner -czf "$name.tar.gz" "$name" ;;
*) tar --uid 0 --gid 0 -czf "$name.tar.gz" "$name" ;;
esac
mv "$name" share-image-runtime
../src/dist/checksums.sh "$1" "$name.tar.gz"

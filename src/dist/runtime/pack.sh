#!/bin/sh
# Packs the form with its own Java, with its checksum: src/dist/runtime/pack.sh VERSION PLATFORM
# PLATFORM is a name such as linux-x64. Time stamps are kept: the archive of loaded classes fits the jar's.
set -eu
name=share-image-$1-$2
cd "$(dirname "$0")/../../../target"
rm -rf "$name"
mv share-image-runtime "$name"
# Nobody's files where they are unpacked by root: GNU's tar and BSD's have different words for it.
case $(tar --version) in
*GNU*) tar --owner=0 --group=0 --numeric-owner -czf "$name.tar.gz" "$name" ;;
*) tar --uid 0 --gid 0 -czf "$name.tar.gz" "$name" ;;
esac
mv "$name" share-image-runtime
../src/dist/checksums.sh "$1" "$name.tar.gz"

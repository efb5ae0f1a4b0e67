#!/bin/sh
# Writes the checksum of each packaged archive beside it: src/dist/checksums.sh VERSION
set -eu
cd "$(dirname "$0")/../../target"
for archive in "share-image-$1.tar.gz" "share-image-$1.zip"; do
  sha256sum "$archive" >"$archive.sha256"
done

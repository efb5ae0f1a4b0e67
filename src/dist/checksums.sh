#!/bin/sh
# Writes the checksum of each release file beside it: src/dist/checksums.sh VERSION [FILE...]
# Without files: those of the release files that a plain build leaves in target/.
set -eu
version=$1
shift
cd "$(dirname "$0")/../../target"
[ $# -gt 0 ] || set -- "share-image-$version.tar.gz" "share-image-$version.zip" share-image.jar
for file in "$@"; do
  file=${file##*/}
  if command -v sha256sum >/dev/null; then
    sha256sum "$file" >"$file.sha256"
  else
    shasum -a 256 "$file" >"$file.sha256"
  fi
done

#!/bin/sh
# Prints a template with the values of the release: src/dist/render.sh TEMPLATE VERSION ADDRESS-OF-THE-PROJECT
# A template names @version@, @base@ and @sha256:SUFFIX@, the checksum of target/share-image-VERSION.SUFFIX.
set -eu
template=$1 version=$2 base=$3
cd "$(dirname "$0")/../.."

text=$(sed -e "s|@version@|$version|g" -e "s|@base@|$base|g" "$template")
for suffix in $(printf '%s\n' "$text" | sed -n 's/.*@sha256:\([^@]*\)@.*/\1/p' | sort -u); do
  checksum=target/share-image-$version.$suffix.sha256
  [ -f "$checksum" ] || {
    echo "render.sh: $checksum is missing; src/dist/checksums.sh $version writes it" >&2
    exit 1
  }
  read -r sha256 _ <"$checksum"
  text=$(printf '%s\n' "$text" | sed "s|@sha256:$suffix@|$sha256|g")
done
printf '%s\n' "$text"

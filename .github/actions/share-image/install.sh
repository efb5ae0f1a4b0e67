#!/usr/bin/env bash
# Leaves the program that the action runs: a given jar, or a release whose checksum was verified before it is unpacked.
# Reads JAR, VERSION, SHA256 and REPOSITORY; writes output program.
set -euo pipefail

fail() {
  echo "::error title=share-image::$1"
  exit 2
}

if [ -n "$JAR" ]; then
  [ -f "$JAR" ] || fail "the jar is missing: $JAR"
  echo "program=" >>"$GITHUB_OUTPUT"
  exit 0
fi
[[ $VERSION =~ ^[0-9A-Za-z][0-9A-Za-z.+-]*$ ]] || fail "name the release with version, or a program with jar"

installer=$GITHUB_ACTION_PATH/../../../src/dist/install.sh
prefix=$RUNNER_TEMP/share-image-$VERSION
name=share-image-$VERSION.tar.gz
url=${SHARE_IMAGE_RELEASES:-$GITHUB_SERVER_URL/$REPOSITORY/releases/download}/v$VERSION/$name
if [ -n "$SHA256" ]; then
  mkdir -p "$prefix"
  curl --fail --silent --show-error --location --proto '=https,http' --proto-redir '=https' -o "$prefix/$name" "$url"
  printf '%s  %s\n' "$SHA256" "$name" >"$prefix/$name.sha256"
  url=$prefix/$name
fi
sh "$installer" --prefix "$prefix" "$url"
echo "program=$prefix/bin/share-image" >>"$GITHUB_OUTPUT"

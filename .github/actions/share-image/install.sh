#!/usr/bin/env bash
# Provides the program for the action: a given jar, or a release whose checksum is verified before it is unpacked.
# Reads JAR, VERSION, SHA256 and REPOSITORY; writes output program.
set -euo pipefail

# After a line end, a message could contain a command to the runner.
fail() {
  local message=${1//'%'/%25}
  message=${message//$'\r'/%0D}
  echo "::error title=share-image::${message//$'\n'/%0A}"
  exit 2
}

if [ -n "$JAR" ]; then
  [ -f "$JAR" ] || fail "the jar is missing: $JAR"
  echo "program=" >>"$GITHUB_OUTPUT"
  exit 0
fi
[[ $VERSION =~ ^[0-9A-Za-z][0-9A-Za-z.+-]*$ ]] || fail "name the release with version, or a program with jar"
[[ $SHA256 =~ ^([0-9A-Fa-f]{64})?$ ]] || fail "sha256 is not a checksum: $SHA256"

# Each step of a job calls this script. Only the first one installs.
prefix=$RUNNER_TEMP/share-image-$VERSION${SHA256:+-$SHA256}
program=$prefix/bin/share-image
if [ ! -x "$program" ]; then
  name=share-image-$VERSION.tar.gz
  url=${SHARE_IMAGE_RELEASES:-$GITHUB_SERVER_URL/$REPOSITORY/releases/download}/v$VERSION/$name
  source=$url
  if [ -n "$SHA256" ]; then
    source=$RUNNER_TEMP/$name
    curl --fail --silent --show-error --location --proto '=https,http' --proto-redir '=https' \
      --retry 3 --connect-timeout 30 --speed-limit 1 --speed-time 60 -o "$source" "$url" ||
      fail "$url cannot be downloaded"
    printf '%s  %s\n' "$(printf %s "$SHA256" | tr A-F a-f)" "$name" >"$source.sha256"
  fi
  # The machine of a job is used once, so making an archive of loaded classes takes longer than it saves.
  said=$(SHARE_IMAGE_ARCHIVE=${SHARE_IMAGE_ARCHIVE:-off} sh "$GITHUB_ACTION_PATH/../../../src/dist/install.sh" \
    --prefix "$prefix" "$source" 2>&1) || fail "$said"
fi
echo "program=$program" >>"$GITHUB_OUTPUT"

#!/bin/sh
# Builds the container image with podman or docker: src/dist/container/build.sh VERSION PLATFORM [TAG]
set -eu
archive=share-image-$1-$2.tar.gz
tag=${3:-share-image:$1}
cd "$(dirname "$0")/../../.."
builder=$(command -v podman || command -v docker) || {
  echo "container/build.sh: needs podman or docker" >&2
  exit 1
}
# The builder gets only the archive, not all of target/.
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
cp "target/$archive" "$context/"
"$builder" build --build-arg "ARCHIVE=$archive" -f src/dist/container/Containerfile -t "$tag" "$context"

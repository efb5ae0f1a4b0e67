#!/bin/sh
# Prints the Homebrew formula of the packaged archive: src/dist/homebrew/build.sh VERSION ADDRESS-OF-THE-PROJECT
set -eu
version=$1 base=$2
cd "$(dirname "$0")/../../.."
read -r sha256 _ <"target/share-image-$version.tar.gz.sha256"
sed -e "s|@version@|$version|g" -e "s|@base@|$base|g" -e "s|@sha256@|$sha256|g" src/dist/homebrew/share-image.rb

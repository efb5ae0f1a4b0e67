#!/bin/sh
# Installs share-image from an archive whose checksum is verified first.
# usage: install.sh [--prefix FOLDER] ARCHIVE.tar.gz
#   FOLDER is ~/.local by default; the program goes to FOLDER/share/share-image, a link to it to FOLDER/bin.
#   ARCHIVE.tar.gz.sha256 must lie beside the archive.
set -eu

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

prefix=${HOME:-}/.local
if [ "${1:-}" = --prefix ]; then
  [ $# -ge 2 ] || fail "--prefix takes a folder"
  prefix=$2
  shift 2
fi
[ $# -eq 1 ] || fail "usage: install.sh [--prefix FOLDER] ARCHIVE.tar.gz"
archive=$1
[ -f "$archive" ] || fail "there is no $archive"
[ -f "$archive.sha256" ] || fail "its checksum is missing: $archive.sha256"

if command -v sha256sum >/dev/null; then
  actual=$(sha256sum <"$archive")
else
  actual=$(shasum -a 256 <"$archive")
fi
read -r expected _ <"$archive.sha256"
[ "${actual%% *}" = "$expected" ] || fail "$archive is not what its checksum says; nothing was installed"

mkdir -p "$prefix/share" "$prefix/bin"
scratch=$(mktemp -d "$prefix/share/.share-image.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
tar -xzf "$archive" -C "$scratch"
set -- "$scratch"/share-image-*
if [ $# -ne 1 ] || [ ! -x "$1/bin/share-image" ]; then
  fail "$archive does not hold the program"
fi

if [ -e "$prefix/share/share-image" ]; then
  mv "$prefix/share/share-image" "$scratch/former"
fi
if ! mv "$1" "$prefix/share/share-image"; then
  [ ! -e "$scratch/former" ] || mv "$scratch/former" "$prefix/share/share-image"
  fail "$prefix/share cannot be written to; nothing was changed"
fi
ln -sf ../share/share-image/bin/share-image "$prefix/bin/share-image"
printf 'Installed: %s\n' "$prefix/bin/share-image"

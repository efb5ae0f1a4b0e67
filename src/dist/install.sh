#!/bin/sh
# Installs, upgrades or removes share-image; needs no root.
# usage: install.sh [--prefix FOLDER] ARCHIVE.tar.gz|URL
#        install.sh [--prefix FOLDER] --uninstall
#   FOLDER is ~/.local by default. The program is installed in FOLDER/share/share-image. Links to it are made in FOLDER/bin
#   and in the folders for completions of bash, zsh and fish and for manual pages.
#   SHARE_IMAGE_ARCHIVE=off: makes no archive of loaded classes, so each start takes longer.
#   The checksum is read from the same place, with .sha256 after the name, and verified before anything is changed.
set -eu

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

usage="usage: install.sh [--prefix FOLDER] ARCHIVE.tar.gz|URL, or install.sh [--prefix FOLDER] --uninstall"
prefix=${HOME:+$HOME/.local} uninstall='' source=''
while [ $# -gt 0 ]; do
  case $1 in
  --prefix)
    [ -n "${2:-}" ] || fail "--prefix takes a folder"
    prefix=$2
    shift
    ;;
  --prefix=*) prefix=${1#*=} ;;
  --uninstall) uninstall=yes ;;
  -h | --help)
    echo "$usage"
    exit 0
    ;;
  -*) fail "$usage" ;;
  *)
    [ -z "$source" ] || fail "$usage"
    source=$1
    ;;
  esac
  shift
done
case $prefix in
'') fail "HOME is not set: name a folder with --prefix" ;;
/*) ;;
*) prefix=$PWD/$prefix ;;
esac
home=$prefix/share/share-image

# each_link COMMAND: calls it for every link with its path below the prefix and its target below the program's folder
each_link() {
  "$1" bin/share-image bin/share-image
  "$1" share/bash-completion/completions/share-image completions/share-image.bash
  "$1" share/zsh/site-functions/_share-image completions/_share-image
  "$1" share/fish/vendor_completions.d/share-image.fish completions/share-image.fish
  for page in "$home"/man/man1/*.1 "$home"/man/*/man1/*.1; do
    [ ! -f "$page" ] || "$1" "share/${page#"$home/"}" "${page#"$home/"}"
  done
}

link() {
  [ -f "$home/$2" ] || return 0
  if [ -e "$prefix/$1" ] && [ ! -L "$prefix/$1" ]; then
    echo "install.sh: $prefix/$1 is not a link of this installer, and stays as it is" >&2
    return 0
  fi
  mkdir -p "$prefix/${1%/*}"
  ln -sf "$home/$2" "$prefix/$1"
}

unlink() {
  if [ -L "$prefix/$1" ] && [ "$(readlink "$prefix/$1")" = "$home/$2" ]; then
    rm -f "$prefix/$1"
  fi
}

# Restores the former program if the new one was not installed.
clean_up() {
  if [ -n "$stage" ] && [ -e "$stage/former" ] && [ ! -e "$home" ]; then
    mv "$stage/former" "$home" && each_link link
  fi
  rm -rf ${scratch:+"$scratch"} ${stage:+"$stage"} ${lock:+"$lock"}
}

scratch='' stage='' lock=''
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Only one installation at a time in a prefix. Others wait. The lock of a killed one is taken over.
take_turn() {
  file=$prefix/share/.share-image.lock
  until (set -C && echo $$ >"$file") 2>/dev/null; do
    [ -w "$prefix/share" ] || fail "$prefix/share cannot be written to; nothing was changed"
    holder=''
    read -r holder 2>/dev/null <"$file" || true
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -f "$file"; else sleep 1; fi
  done
  lock=$file
}

if [ -n "$uninstall" ]; then
  [ -z "$source" ] || fail "$usage"
  [ -x "$home/bin/share-image" ] || fail "there is no share-image in $prefix"
  take_turn
  each_link unlink
  rm -rf "$home"
  echo "Removed: $home"
  exit 0
fi

[ -n "$source" ] || fail "$usage"
scratch=$(mktemp -d)

download() {
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location --proto '=https,http' --proto-redir '=https' -o "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q -O "$2" "$1"
  else
    fail "needs curl or wget to download $1"
  fi || fail "$1 cannot be downloaded; nothing was changed"
}

case $source in
https://* | http://127.0.0.1[:/]* | http://localhost[:/]*)
  archive=$scratch/${source##*/}
  download "$source" "$archive"
  download "$source.sha256" "$archive.sha256"
  ;;
*://*) fail "$source is not an https address" ;;
*)
  archive=$source
  [ -f "$archive" ] || fail "there is no $archive"
  [ -f "$archive.sha256" ] || fail "its checksum is missing: $archive.sha256"
  ;;
esac

if command -v sha256sum >/dev/null; then
  actual=$(sha256sum <"$archive")
else
  actual=$(shasum -a 256 <"$archive")
fi
read -r expected _ <"$archive.sha256"
[ "${actual%% *}" = "$expected" ] || fail "$source is not what its checksum says; nothing was changed"

# Unpacked in the target's parent folder, so that moving it is one step.
mkdir -p "$prefix/share" 2>/dev/null || fail "$prefix/share cannot be made; nothing was changed"
[ -w "$prefix/share" ] || fail "$prefix/share cannot be written to; nothing was changed"
take_turn
stage=$(mktemp -d "$prefix/share/.share-image.XXXXXX")
mkdir "$stage/new"
tar -xzof "$archive" -C "$stage/new" # -o: the files belong to who installs them, also where that is root
set -- "$stage"/new/share-image-*
if [ $# -ne 1 ] || [ ! -x "$1/bin/share-image" ]; then
  fail "$source does not hold the program; nothing was changed"
fi

if [ -e "$home" ]; then
  [ -x "$home/bin/share-image" ] || fail "$home is not an installation of share-image; nothing was changed"
  each_link unlink
  mv "$home" "$stage/former"
fi
mv "$1" "$home" || fail "$prefix/share cannot be written to; nothing was changed"
each_link link

# Without this archive every start takes longer. Without Java, the first command says what to install. The form with its
# own Java contains its archive.
if [ "${SHARE_IMAGE_ARCHIVE:-}" != off ] && [ ! -s "$home/lib/classes.jsa" ]; then
  SHARE_IMAGE_ARCHIVE=install "$home/bin/share-image" || true
fi
printf 'Installed: %s\n' "$prefix/bin/share-image"
case :$PATH: in
*":$prefix/bin:"*) ;;
*) printf 'To start it by its name, add %s to your PATH.\n' "$prefix/bin" ;;
esac

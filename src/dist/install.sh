#!/bin/sh
# shellcheck disable=SC3013 # every sh in use has -ef (so has POSIX 2024)
# Installs, upgrades or removes share-image; needs no root.
# usage: install.sh [--prefix FOLDER] [--with-java | ARCHIVE.tar.gz | URL]
#        install.sh [--prefix FOLDER] --uninstall
#   Without an archive, the installer of a release downloads the archive of that release; with --with-java the one that has
#   its own Java, for this system and processor.
#   FOLDER is ~/.local by default. The program is installed in FOLDER/share/share-image. Links to it are made in FOLDER/bin
#   and in the folders for completions of bash, zsh and fish and for manual pages.
#   SHARE_IMAGE_ARCHIVE=off: makes no archive of loaded classes, so each start takes longer.
#   The checksum is read from the same place, with .sha256 after the name, and verified before anything is changed.
set -eu

# The release that this installer is part of. The installer in the project itself is part of none.
release=@base@/releases/download/v@version@/share-image-@version@

usage="usage: install.sh [--prefix FOLDER] [--with-java | ARCHIVE.tar.gz | URL], or install.sh [--prefix FOLDER] --uninstall"

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

read_arguments() {
  prefix=${HOME:+$HOME/.local} uninstall='' source='' with_java=''
  while [ $# -gt 0 ]; do
    case $1 in
    --prefix)
      [ -n "${2:-}" ] || fail "--prefix takes a folder"
      prefix=$2
      shift
      ;;
    --prefix=*)
      prefix=${1#*=}
      [ -n "$prefix" ] || fail "--prefix takes a folder"
      ;;
    --uninstall) uninstall=yes ;;
    --with-java) with_java=yes ;;
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
  case $uninstall$with_java${source:+source} in
  '' | yes | source) ;;
  *) fail "$usage" ;;
  esac
  case $prefix in
  '') fail "HOME is not set: name a folder with --prefix" ;;
  /*) ;;
  *) prefix=$PWD/$prefix ;;
  esac
  while [ "$prefix" != "${prefix%/}" ]; do prefix=${prefix%/}; done
  home=$prefix/share/share-image
}

# Prints the name of this system and processor in the names of archives.
platform() {
  case $(uname -s) in
  Linux) system=linux ;;
  Darwin) system=macos ;;
  *) fail "there is no archive with its own Java for $(uname -s)" ;;
  esac
  case $(uname -m) in
  x86_64 | amd64) processor=x64 ;;
  aarch64 | arm64) processor=arm64 ;;
  *) fail "there is no archive with its own Java for $(uname -m)" ;;
  esac
  echo "$system-$processor"
}

choose_source() {
  [ -z "$source" ] || return 0
  case $release in
  @*) fail "$usage" ;;
  esac
  source=$release.tar.gz
  if [ -n "$with_java" ]; then
    this_platform=$(platform)
    source=$release-$this_platform.tar.gz
  fi
}

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

# However the prefix was spelled when the link was made.
is_own_link() {
  [ -L "$prefix/$1" ] && [ "$prefix/$1" -ef "$home/$2" ]
}

link() {
  [ -f "$home/$2" ] || return 0
  if [ -e "$prefix/$1" ] && ! is_own_link "$@"; then
    echo "install.sh: $prefix/$1 is not a link of this installer, and stays as it is" >&2
    return 0
  fi
  if ! mkdir -p "$prefix/${1%/*}" || ! ln -sf "$home/$2" "$prefix/$1"; then
    fail "$prefix/$1 cannot be made; the program is $home/bin/share-image"
  fi
}

unlink() {
  ! is_own_link "$@" || rm -f "$prefix/$1"
}

# Restores the former program if the new one was not installed.
clean_up() {
  trap '' HUP INT TERM
  if [ -n "$stage" ] && [ -e "$stage/former" ] && [ ! -e "$home" ]; then
    mv "$stage/former" "$home"
  fi
  [ -z "$links_removed" ] || [ ! -e "$home" ] || (each_link link) 2>/dev/null || true
  rm -rf ${scratch:+"$scratch"} ${stage:+"$stage"} ${lock:+"$lock"}
}

# Only one installation at a time in a prefix. Others wait. The lock of a killed one is taken over. A link is made in one
# step with the number of its process, and takes no space on a full disk.
take_turn() {
  file=$prefix/share/.share-image.lock
  turns=0
  until ln -s $$ "$file" 2>/dev/null; do
    [ -w "$prefix/share" ] || fail "$prefix/share cannot be written to; nothing was changed"
    holder=$(readlink "$file") || holder=''
    if [ "$holder" = $$ ] || { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; }; then
      rm -f "$file"
    elif [ -L "$file" ] || [ -e "$file" ]; then
      [ $turns != 0 ] || echo "install.sh: waits for another installation (process ${holder:-not known})" >&2
      sleep 1
    fi
    turns=$((turns + 1))
    [ $turns -lt 300 ] || fail "another installation does not end. If there is none, remove $file"
  done
  lock=$file
}

uninstall() {
  [ -x "$home/bin/share-image" ] || fail "there is no share-image in $prefix"
  take_turn
  each_link unlink
  rm -rf "$home"
  echo "Removed: $home"
}

download() {
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location --proto '=https,http' --proto-redir '=https' \
      --retry 3 --connect-timeout 30 --speed-limit 1 --speed-time 60 -o "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q -T 60 -O "$2" "$1"
  else
    fail "needs curl or wget to download $1"
  fi || fail "$1 cannot be downloaded; nothing was changed"
}

fetch() {
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
}

# A checksum file of Windows has capital letters, and its lines end in another way, or not at all.
verify() {
  if command -v sha256sum >/dev/null; then
    actual=$(sha256sum <"$archive")
  else
    actual=$(shasum -a 256 <"$archive")
  fi
  read -r expected _ <"$archive.sha256" || [ -n "$expected" ] || fail "$source.sha256 is empty; nothing was changed"
  expected=$(printf %s "$expected" | tr -d '\r' | tr A-F a-f)
  [ "${actual%% *}" = "$expected" ] || fail "$source is not what its checksum says; nothing was changed"
  tar -tzf "$archive" >"$scratch/files" 2>"$scratch/said" ||
    fail "$source cannot be unpacked: $(head -n 1 "$scratch/said"); nothing was changed"
  grep -q '^share-image-[^/]*/bin/share-image$' "$scratch/files" ||
    fail "$source does not hold the program; nothing was changed"
}

# Unpacks in the target's parent folder, so that moving it is one step.
unpack() {
  mkdir -p "$prefix/share" 2>/dev/null || fail "$prefix/share cannot be made; nothing was changed"
  [ -w "$prefix/share" ] || fail "$prefix/share cannot be written to; nothing was changed"
  take_turn
  [ ! -e "$home" ] || [ -x "$home/bin/share-image" ] ||
    fail "$home is not an installation of share-image; nothing was changed"
  stage=$(mktemp -d "$prefix/share/.share-image.XXXXXX")
  mkdir "$stage/new"
  # -o: the files belong to who installs them, also where that is root
  tar -xzof "$archive" -C "$stage/new" 2>"$scratch/said" ||
    fail "$source cannot be unpacked: $(head -n 1 "$scratch/said"); nothing was changed"
}

install() {
  scratch=$(mktemp -d)
  fetch
  verify
  unpack
  if [ -e "$home" ]; then
    links_removed=yes
    each_link unlink
    mv "$home" "$stage/former" || fail "$home cannot be replaced; nothing was changed"
  fi
  mv "$stage"/new/share-image-* "$home" || fail "$prefix/share cannot be written to; nothing was changed"
  each_link link
  links_removed=''

  # Without this archive every start takes longer. Without Java, the first command says what to install. The archives of the
  # form with its own Java were made elsewhere, and are faster when they are made again.
  if [ "${SHARE_IMAGE_ARCHIVE:-}" = off ]; then
    :
  elif [ -x "$home/lib/make-archives.sh" ]; then
    "$home/lib/make-archives.sh" </dev/null || true
  elif [ ! -s "$home/lib/classes.jsa" ]; then
    SHARE_IMAGE_ARCHIVE=install "$home/bin/share-image" </dev/null || true
  fi
  if ! is_own_link bin/share-image bin/share-image; then
    printf 'Installed: %s\n' "$home/bin/share-image"
    return 0
  fi
  printf 'Installed: %s\n' "$prefix/bin/share-image"
  case :$PATH: in
  *":$prefix/bin:"*) ;;
  *) printf 'To start it by its name, add %s to your PATH.\n' "$prefix/bin" ;;
  esac
}

# Called by the last line, so that a part of this file, which a shell may read from a broken download, does nothing.
main() {
  read_arguments "$@"
  scratch='' stage='' lock='' links_removed=''
  trap clean_up EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if [ -n "$uninstall" ]; then
    uninstall
  else
    choose_source
    install
  fi
}

{ main "$@"; }

#!/bin/sh
# Makes a Debian package of the packaged program: src/dist/debian/build.sh VERSION [FOLDER-OF-THE-PACKAGE]
# Equal programs give equal packages, because all time stamps are that of the program.
set -eu
version=$1
cd "$(dirname "$0")/../../.."
target=${2:-target}
layout=target/share-image
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

share=$root/usr/share/share-image
doc=$root/usr/share/doc/share-image
completions=$root/usr/share/bash-completion/completions
zsh=$root/usr/share/zsh/vendor-completions
fish=$root/usr/share/fish/vendor_completions.d
umask 022
mkdir -p "$share/bin" "$share/lib" "$share/schemas" "$root/usr/bin" "$doc" "$completions" "$zsh" "$fish" "$root/usr/share/man" "$root/DEBIAN"
cp "$layout/lib/share-image.jar" "$layout/lib/make-archive.sh" "$share/lib/"
cp "$layout/bin/share-image" "$share/bin/"
cp "$layout"/schemas/*.json "$share/schemas/"
ln -s ../share/share-image/bin/share-image "$root/usr/bin/share-image"
cp "$layout/completions/share-image.bash" "$completions/share-image"
cp "$layout/completions/_share-image" "$zsh/"
cp "$layout/completions/share-image.fish" "$fish/"
cp -R "$layout"/man/. "$root/usr/share/man/"
gzip -9nr "$root/usr/share/man"
cp "$layout/LICENSE" "$doc/copyright"
cp -R "$layout/licenses" "$doc/"
if [ -f "$layout/share-image.cdx.json" ]; then # a build without network makes no bill of materials
  cp "$layout/share-image.cdx.json" "$doc/"
fi

size=$(du -sk "$root/usr" | cut -f1)
cp src/dist/debian/postinst src/dist/debian/prerm src/dist/debian/triggers "$root/DEBIAN/"
sed -e "s/@version@/$version/" -e "s/@size@/$size/" src/dist/debian/control >"$root/DEBIAN/control"
chmod -R u=rwX,go=rX "$root"
chmod 755 "$root/DEBIAN/postinst" "$root/DEBIAN/prerm"
find "$root" -exec touch -h -r "$layout/lib/share-image.jar" {} +
SOURCE_DATE_EPOCH=$(date -r "$layout/lib/share-image.jar" +%s)
export SOURCE_DATE_EPOCH
dpkg-deb --root-owner-group --build "$root" "$target/share-image_${version}_all.deb" >/dev/null

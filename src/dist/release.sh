#!/bin/sh
# Collects all files of a release in target/release-files: src/dist/release.sh VERSION ADDRESS-OF-THE-PROJECT
# Needs a finished build. runtime/pack.sh makes the archives with their own Java on each platform.
set -eu
version=$1 base=$2
cd "$(dirname "$0")/../.."
files=target/release-files
rm -rf "$files"
mkdir -p "$files/winget"

src/dist/debian/build.sh "$version"
src/dist/checksums.sh "$version"
src/dist/checksums.sh "$version" "share-image_${version}_all.deb"
for file in "share-image-$version.tar.gz" "share-image-$version.zip" share-image.jar "share-image_${version}_all.deb"; do
  cp "target/$file" "target/$file.sha256" "$files/"
done
cp src/main/resources/dev/shareimage/manifest/share-image-manifest.schema.json "$files/"
if [ -f target/share-image/share-image.cdx.json ]; then
  cp target/share-image/share-image.cdx.json "$files/"
fi

render() {
  src/dist/render.sh "src/dist/$1" "$version" "$base" >"$files/$2"
}
render install.sh install.sh
chmod 755 "$files/install.sh"
render homebrew/share-image.rb share-image.rb
render scoop/share-image.json share-image.json
render jbang/jbang-catalog.json jbang-catalog.json
for manifest in src/dist/winget/*.yaml; do
  render "winget/${manifest##*/}" "winget/${manifest##*/}"
done
ls "$files"

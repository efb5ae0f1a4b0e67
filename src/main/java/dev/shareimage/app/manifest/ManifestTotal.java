package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest.ImagePick;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import java.util.List;
import java.util.stream.Stream;

/** The numbers of images and targets in a manifest. They show whether it was cut off. */
record ManifestTotal(int images, int targets) {

    /** Entries that pick images count as one image each. */
    static ManifestTotal of(Manifest manifest) {
        List<List<Grant>> all = manifest.regions().stream()
                .flatMap(region -> Stream.concat(
                        region.images().stream().map(ImageTargets::grants),
                        region.picks().stream().map(ImagePick::grants)))
                .toList();
        int targets = all.stream()
                .flatMap(List::stream)
                .mapToInt(grant -> count(grant.targets()))
                .sum();
        return new ManifestTotal(all.size(), targets);
    }

    private static int count(TargetQuery query) {
        int directories = query.ownDirectory() || query.directory().isPresent() ? 1 : 0;
        return directories
                + query.accounts().size()
                + query.folders().size()
                + query.folderPaths().size();
    }

    /** The form in a manifest. The closing brace shows that it is complete. */
    String text() {
        return "{images: " + images + ", targets: " + targets + "}";
    }

    @Override
    public String toString() {
        return images + " images with " + targets + " targets";
    }
}

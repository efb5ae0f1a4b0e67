package dev.shareimage.app.manifest;

import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes a manifest piece by piece, an image at a time, so that it may be of any length.
 *
 * <p>Ids hold no character that YAML would have to escape. Accounts are quoted: without that, other programs take them for
 * numbers.
 */
public final class ManifestWriter {

    private final RegionId region;
    private final Consumer<String> out;
    private int images;
    private int targets;

    /**
     * @param region of all images
     * @param out gets the text, whole lines at a time; nothing before the first image
     */
    public ManifestWriter(RegionId region, Consumer<String> out) {
        this.region = region;
        this.out = out;
    }

    /** One image. */
    public void image(LiveImage image) {
        StringBuilder text = new StringBuilder(images > 0 ? "" : beginning() + "    images:\n");
        images++;
        targets += image.targets().size();
        text.append("      - id: ").append(image.image()).append(comment(image.name()));
        if (!image.setUp()) {
            text.append("        setup: false # not all of them are trusted; without this line, apply repairs that\n");
        }
        List<String> directories = ids(image, ShareTarget.ResourceDirectory.class::isInstance);
        directories.forEach(
                id -> text.append("        resourceDirectory: ").append(id).append('\n'));
        List<String> folders = image.targets().stream()
                .filter(ShareTarget.Folder.class::isInstance)
                .map(ShareTarget.Folder.class::cast)
                .map(folder -> folder.knownPath().map(FolderPath::value).orElse(folder.id()))
                .toList();
        if (!folders.isEmpty()) {
            text.append("        folders: [").append(String.join(", ", folders)).append("]\n");
        }
        if (!image.coming().isEmpty()) {
            text.append("        # still being linked, without the image so far: ")
                    .append(String.join(
                            ", ", image.coming().stream().map(ShareTarget::id).toList()))
                    .append('\n');
        }
        text.append("        accounts: [");
        accounts(text, ids(image, ShareTarget.Account.class::isInstance));
        out.accept(text.append("]\n").toString());
    }

    /** What stands behind the last image. */
    public void end() {
        String none = images > 0 ? "" : beginning() + "    images: []\n";
        out.accept(none + "total: " + new ManifestTotal(images, targets).text() + "\n");
    }

    /** Says in what was written why it has no end. */
    public void cutOff() {
        if (images > 0) {
            out.accept("incomplete: true # the export failed; this is not the whole state\n");
        }
    }

    private String beginning() {
        return "schemaVersion: " + Manifest.SCHEMA_VERSION + "\n"
                + "exported: true # apply reads it to its end alone: the line with the total\n"
                + "regions:\n  - id: " + region + "\n";
    }

    private static void accounts(StringBuilder text, List<String> ids) {
        boolean several = ids.size() > 1;
        for (int i = 0; i < ids.size(); i++) {
            text.append(several ? "\n          " : "").append('"').append(ids.get(i));
            text.append(i + 1 < ids.size() ? "\"," : "\"");
        }
        if (several) {
            text.append("\n        ");
        }
    }

    private static List<String> ids(LiveImage image, Predicate<ShareTarget> kind) {
        return image.targets().stream().filter(kind).map(ShareTarget::id).toList();
    }

    /** A line end in a name would end the comment, so nothing that could be one is written. */
    private static String comment(String name) {
        String clean = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return clean.isBlank() ? "\n" : " # " + clean + "\n";
    }
}

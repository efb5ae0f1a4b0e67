package dev.shareimage.app.manifest;

import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a manifest after all images are known. Recipients that several images have in common become a group.
 *
 * <p>Ids need no escaping in YAML. Accounts are quoted, because other programs would read them as numbers.
 */
public final class ManifestWriter {

    /** Minimum recipients of a group. Fewer are as short as its name. */
    private static final int MIN_GROUP = 2;

    private final Consumer<String> out;
    private final List<Region> regions = new ArrayList<>();
    private final Map<RecipientText, RecipientText> recipients = new HashMap<>();
    private final Map<RecipientText, Integer> uses = new HashMap<>();
    private final Map<RecipientText, String> groups = new HashMap<>();

    /**
     * @param out receives the text in whole lines, at the end
     */
    public ManifestWriter(Consumer<String> out) {
        this.out = out;
    }

    private record Region(RegionId id, List<Image> images) {}

    /**
     * The data of an image that is kept until the end.
     *
     * @param coming the directories and folders that do not have it yet
     */
    private record Image(ImageId id, String name, boolean setUp, List<String> coming, RecipientText recipients) {}

    /** Begins a region. The following images are in it. */
    public void region(RegionId region) {
        regions.add(new Region(region, new ArrayList<>()));
    }

    /** Adds an image to the region. */
    public void image(LiveImage image) {
        RegionId region = image.image().region();
        if (regions.isEmpty() || !regions.get(regions.size() - 1).id().equals(region)) {
            region(region);
        }
        RecipientText same = RecipientText.of(image.targets());
        @Nullable RecipientText known = recipients.putIfAbsent(same, same);
        RecipientText held = known == null ? same : known;
        uses.merge(held, 1, Integer::sum);
        List<String> coming = image.coming().stream().map(target -> target.id()).toList();
        regions.get(regions.size() - 1)
                .images()
                .add(new Image(image.image().id(), image.name(), image.setUp(), coming, held));
    }

    /** Writes the manifest. */
    public void end() {
        out.accept("# yaml-language-server: $schema=" + Manifest.SCHEMA_FILE + "\n"
                + "schemaVersion: " + Manifest.SCHEMA_VERSION + "\n"
                + "exported: true # apply takes it only whole: with the total in its last line\n");
        regions.forEach(region -> region.images().forEach(this::group));
        out.accept("regions:\n");
        regions.forEach(this::write);
        int images = regions.stream().mapToInt(region -> region.images().size()).sum();
        int targets = regions.stream()
                .flatMap(region -> region.images().stream())
                .mapToInt(image -> image.recipients().count())
                .sum();
        out.accept("total: " + new ManifestTotal(images, targets).text() + "\n");
    }

    /** Writes the recipients of an image as a group if several images have them and there is no such group yet. */
    private void group(Image image) {
        RecipientText same = image.recipients();
        int images = uses.getOrDefault(same, 0);
        if (images < 2 || same.count() < MIN_GROUP || groups.containsKey(same)) {
            return;
        }
        String beginning = groups.isEmpty() ? "groups:\n" : "";
        String name = "group-" + (groups.size() + 1);
        groups.put(same, name);
        out.accept(beginning + "  " + name + ": # " + images + " images\n" + same.text("    "));
    }

    private void write(Region region) {
        String images = region.images().isEmpty() ? "    images: []\n" : "    images:\n";
        out.accept("  - id: " + region.id() + "\n" + images);
        region.images().forEach(this::write);
    }

    private void write(Image image) {
        StringBuilder text =
                new StringBuilder("      - id: ").append(image.id()).append(comment(image.name()));
        if (!image.setUp()) {
            text.append("        setup: false # not all of them are trusted; without this line, apply repairs that\n");
        }
        if (!image.coming().isEmpty()) {
            text.append("        # still being linked, without the image so far: ")
                    .append(String.join(", ", image.coming()))
                    .append('\n');
        }
        @Nullable String group = groups.get(image.recipients());
        text.append(group == null ? image.recipients().text("        ") : "        groups: [" + group + "]\n");
        out.accept(text.toString());
    }

    /** Removes line ends, because one in a name would end the comment. */
    private static String comment(String name) {
        String clean = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return clean.isBlank() ? "\n" : " # " + clean + "\n";
    }
}

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
 * Writes a manifest once all images are known: who is named for several images becomes a group. By then little is held of
 * an image, and recipients that images have in common are held once.
 *
 * <p>Ids hold no character that YAML would have to escape. Accounts are quoted: without that, other programs take them for
 * numbers.
 */
public final class ManifestWriter {

    /** Fewer recipients are as short as the name of a group. */
    private static final int MIN_GROUP = 2;

    private final Consumer<String> out;
    private final List<Region> regions = new ArrayList<>();
    private final Map<RecipientText, RecipientText> recipients = new HashMap<>();
    private final Map<RecipientText, Integer> uses = new HashMap<>();
    private final Map<RecipientText, String> groups = new HashMap<>();

    /**
     * @param out gets the text, whole lines at a time; nothing before the end
     */
    public ManifestWriter(Consumer<String> out) {
        this.out = out;
    }

    private record Region(RegionId id, List<Image> images) {}

    /**
     * What is held of an image.
     *
     * @param coming the directories and folders that do not have it yet
     */
    private record Image(ImageId id, String name, boolean setUp, List<String> coming, RecipientText recipients) {}

    /** Begins a region; the images that follow are in it. */
    public void region(RegionId region) {
        regions.add(new Region(region, new ArrayList<>()));
    }

    /** Takes an image; those of a region come in a row. */
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

    /** Writes it. */
    public void end() {
        out.accept("# yaml-language-server: $schema=" + Manifest.SCHEMA_FILE + "\n"
                + "schemaVersion: " + Manifest.SCHEMA_VERSION + "\n"
                + "exported: true # apply reads it to its end alone: the line with the total\n");
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

    /** Writes the recipients of an image as a group when several images have them, and they are none yet. */
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

    /** A line end in a name would end the comment, so nothing that could be one is written. */
    private static String comment(String name) {
        String clean = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return clean.isBlank() ? "\n" : " # " + clean + "\n";
    }
}

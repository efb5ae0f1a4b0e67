package dev.shareimage.app;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.NamePattern;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The images that a person asks for, before anything was looked up.
 *
 * @param regions where images are looked for; those of {@code refs} beside
 * @param allRegions every region that the account can use, in place of {@code regions}
 * @param ids images in one of the regions
 * @param refs images that come with their region
 * @param filters what images are looked for by
 * @param newest how many of the images that a filter finds in a region are meant; empty for the only one
 * @param all every image of the regions
 * @param received whether images are meant that others share with the caller, in place of the own ones
 */
public record ImageQuery(
        List<RegionId> regions,
        boolean allRegions,
        List<ImageId> ids,
        List<ImageRef> refs,
        List<Filter> filters,
        OptionalInt newest,
        boolean all,
        boolean received) {

    public ImageQuery {
        regions = regions.stream().distinct().toList();
        ids = ids.stream().distinct().toList();
        refs = refs.stream().distinct().toList();
        filters = filters.stream().distinct().toList();
    }

    /** Every image of the regions. */
    public static ImageQuery everyImageOf(List<RegionId> regions) {
        return new ImageQuery(regions, false, List.of(), List.of(), List.of(), OptionalInt.empty(), true, false);
    }

    /** The same among the images that others share with the caller. */
    public ImageQuery amongReceived() {
        return new ImageQuery(regions, allRegions, ids, refs, filters, newest, all, true);
    }

    /** Whether no image is named or described. */
    public boolean isEmpty() {
        return ids.isEmpty() && refs.isEmpty() && filters.isEmpty() && !all;
    }

    /** Whether a region is needed beside those that images come with. */
    public boolean needsRegion() {
        return refs.isEmpty() || !ids.isEmpty() || !filters.isEmpty() || all;
    }

    /** The images, where it is plain without a look which are meant. */
    public Optional<SelectedImages> direct() {
        boolean certain = !allRegions && !all && filters.isEmpty() && (ids.isEmpty() || regions.size() == 1);
        if (!certain || regions.isEmpty() && refs.isEmpty()) {
            return Optional.empty();
        }
        List<ImageRef> images = new ArrayList<>(refs);
        ids.forEach(id -> images.add(new ImageRef(regions.get(0), id)));
        List<RegionId> asked = new ArrayList<>(regions);
        refs.forEach(ref -> asked.add(ref.region()));
        return Optional.of(new SelectedImages(asked, images, Map.of(), List.of(), Map.of()));
    }

    /**
     * What the images must have, all of it.
     *
     * @param family its exact name
     * @param tags each with its value
     */
    public record Filter(Optional<NamePattern> name, Optional<String> family, Map<String, String> tags) {

        public Filter {
            tags = Map.copyOf(tags);
        }

        /** Whether the image has it. */
        public boolean matches(Image image) {
            return name.map(pattern -> pattern.matches(image.name())).orElse(true)
                    && family.map(wanted -> isFamily(wanted, image)).orElse(true)
                    && tags.entrySet().stream()
                            .allMatch(tag -> tag.getValue().equals(image.tags().get(tag.getKey())));
        }

        /** Who receives an image sees its family as {@code acs:UID:NAME}. */
        private static boolean isFamily(String wanted, Image image) {
            String family = image.family();
            return family != null
                    && (family.equals(wanted) || !image.ownerAlias().equals("self") && family.endsWith(":" + wanted));
        }

        /** As the options that ask for it. */
        public String options() {
            List<String> options = new ArrayList<>();
            name.ifPresent(pattern -> options.add("--image-name " + quoted(pattern.text())));
            family.ifPresent(wanted -> options.add("--image-family " + quoted(wanted)));
            new TreeMap<>(tags).forEach((key, value) -> options.add("--image-tag " + quoted(key + "=" + value)));
            return String.join(" ", options);
        }

        private static String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    }
}

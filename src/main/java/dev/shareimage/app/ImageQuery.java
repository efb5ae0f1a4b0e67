package dev.shareimage.app;

import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.NamePattern;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The requested images, before any lookup.
 *
 * @param regions the regions to search; those of {@code refs} are added
 * @param allRegions searches every region that the account can use instead of {@code regions}
 * @param ids images in one of the regions
 * @param refs images that are named with their region
 * @param filters finds images by name, family or tag
 * @param newest how many of the images that a filter finds in a region are taken; empty if exactly one must match
 * @param all every image of the regions
 * @param received searches the images that others share with the caller, instead of the caller's own
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

    /** The same among the images that others share with the caller. */
    public ImageQuery amongReceived() {
        return new ImageQuery(regions, allRegions, ids, refs, filters, newest, all, true);
    }

    /** Whether a region is needed besides those of the named images. */
    public boolean needsRegion() {
        return refs.isEmpty() || !ids.isEmpty() || !filters.isEmpty() || all;
    }

    /** The images, if they are known without a lookup. */
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
     * The conditions for the images. An image must meet all of them.
     *
     * @param family the exact name of the family
     * @param tags each with its value
     */
    public record Filter(Optional<NamePattern> name, Optional<String> family, Map<String, String> tags) {

        public Filter {
            tags = Map.copyOf(tags);
        }

        /** Whether the image meets the conditions. */
        public boolean matches(Image image) {
            return name.map(pattern -> pattern.matches(image.name())).orElse(true)
                    && family.map(wanted -> isFamily(wanted, image)).orElse(true)
                    && tags.entrySet().stream()
                            .allMatch(tag -> tag.getValue().equals(image.tags().get(tag.getKey())));
        }

        /** A recipient of an image sees its family as {@code acs:UID:NAME}. */
        private static boolean isFamily(String wanted, Image image) {
            String family = image.family();
            return family != null
                    && (family.equals(wanted) || !image.ownerAlias().equals("self") && family.endsWith(":" + wanted));
        }

        /** The options that ask for these conditions. */
        public String options() {
            List<String> options = new ArrayList<>();
            name.ifPresent(pattern -> options.add("--image-name " + ShellWord.inQuotes(pattern.text())));
            family.ifPresent(wanted -> options.add("--image-family " + ShellWord.inQuotes(wanted)));
            new TreeMap<>(tags)
                    .forEach((key, value) -> options.add("--image-tag " + ShellWord.inQuotes(key + "=" + value)));
            return String.join(" ", options);
        }
    }
}

package dev.shareimage.app.proposal;

import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who loses the key, in words. Certain losses come first and are always complete, with one line for all
 * who lose the key of the same images. Possible losses are one line for each
 * image, because a directory whose members are not known may concern every account.
 */
final class LossWarnings {

    /** The maximum number of targets that a short line about possible losses names. */
    private static final int MAX_NAMED = 5;

    private final Messages messages;
    private final Map<Loss, Set<ImageRef>> certain = new LinkedHashMap<>();
    private final Map<ImageRef, Set<String>> possible = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    /** Who loses the key, by the sentence that says how. */
    private record Loss(String key, String who) {}

    /** What several have in common. */
    private record Group(String key, Set<ImageRef> images) {}

    LossWarnings(Messages messages) {
        this.messages = messages;
    }

    void certain(String key, String who) {
        certain.putIfAbsent(new Loss(key, who), new LinkedHashSet<>());
    }

    void certain(String key, String who, ImageRef image) {
        certain.computeIfAbsent(new Loss(key, who), any -> new LinkedHashSet<>())
                .add(image);
    }

    void possible(String who, ImageRef image) {
        possible.computeIfAbsent(image, any -> new LinkedHashSet<>()).add(who);
    }

    /** The places whose images could not be read. */
    void unread(Collection<String> places) {
        if (!places.isEmpty()) {
            unread.add(messages.get("warning.trust-unread", String.join(", ", places)));
        }
    }

    /** Names everybody. */
    List<String> complete() {
        return lines(Integer.MAX_VALUE);
    }

    /** Names only the first of those who may lose the key. */
    List<String> brief() {
        return lines(MAX_NAMED);
    }

    private List<String> lines(int maxNamed) {
        List<String> lines = certainLines();
        possible.forEach((image, who) -> lines.add(messages.get(
                "warning.trust-removed-maybe", named(List.copyOf(who), maxNamed), image.id(), image.region())));
        lines.addAll(unread);
        return lines;
    }

    /** One line for all who lose the key of the same images. */
    private List<String> certainLines() {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        certain.forEach(
                (loss, images) -> groups.computeIfAbsent(new Group(loss.key(), images), any -> new ArrayList<>())
                        .add(loss.who()));
        List<String> lines = new ArrayList<>();
        groups.forEach(
                (group, who) -> lines.add(messages.get(group.key(), String.join(", ", who), places(group.images()))));
        return lines;
    }

    /** In a fixed order: the regions are read at the same time. */
    private String places(Set<ImageRef> images) {
        Map<RegionId, List<String>> regions = new TreeMap<>(Comparator.comparing(RegionId::value));
        images.stream()
                .sorted(Comparator.comparing(ImageRef::toString))
                .forEach(image -> regions.computeIfAbsent(image.region(), any -> new ArrayList<>())
                        .add(image.id().value()));
        return regions.entrySet().stream()
                .map(region -> messages.get(
                        region.getValue().size() == 1 ? "warning.image-in" : "warning.images-in",
                        String.join(", ", region.getValue()),
                        region.getKey()))
                .collect(Collectors.joining("; "));
    }

    private String named(List<String> who, int max) {
        return who.size() <= max
                ? String.join(", ", who)
                : messages.get("warning.and-more", String.join(", ", who.subList(0, max)), who.size() - max);
    }
}

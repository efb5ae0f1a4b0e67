package dev.shareimage.app.proposal;

import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who loses the key, in words. Certain losses come first and are always complete. Possible losses are one line for each
 * image, because a directory whose members are not known may concern every account.
 */
final class LossWarnings {

    /** The maximum number of targets that a short line about possible losses names. */
    private static final int MAX_NAMED = 5;

    private final Messages messages;
    private final Set<String> certain = new LinkedHashSet<>();
    private final Map<ImageRef, Set<String>> possible = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    LossWarnings(Messages messages) {
        this.messages = messages;
    }

    void certain(String key, String who) {
        certain.add(messages.get(key, who));
    }

    void certain(String key, String who, ImageRef image) {
        certain.add(messages.get(key, who, image.id(), image.region()));
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
        List<String> lines = new ArrayList<>(certain);
        possible.forEach((image, who) -> lines.add(messages.get(
                "warning.trust-removed-maybe", named(List.copyOf(who), maxNamed), image.id(), image.region())));
        lines.addAll(unread);
        return lines;
    }

    private String named(List<String> who, int max) {
        return who.size() <= max
                ? String.join(", ", who)
                : messages.get("warning.and-more", String.join(", ", who.subList(0, max)), who.size() - max);
    }
}

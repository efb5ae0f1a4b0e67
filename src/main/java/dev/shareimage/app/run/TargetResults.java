package dev.shareimage.app.run;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of a run: one for each target of each image. Thread-safe. */
public final class TargetResults {

    private final Map<ImageRef, Map<ShareTarget, TargetResult>> results = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** The results without a failure: the same for all images, so that each takes only its place in a map. */
    private final Map<TargetStatus, Map<ShareTarget, TargetResult>> plain = new EnumMap<>(TargetStatus.class);

    /** Adds the targets of an image with their first status. */
    public synchronized void open(ImageRef image, Collection<? extends ShareTarget> targets, TargetStatus status) {
        targets.forEach(target -> put(image, target, status, null));
    }

    public synchronized void note(ImageRef image, ShareTarget target, TargetStatus status) {
        put(image, target, status, null);
    }

    public synchronized void fail(ImageRef image, ShareTarget target, Failure failure) {
        put(image, target, TargetStatus.FAILED, failure);
    }

    /** Marks a target as pending, with the reason why the run does not wait any longer. */
    public synchronized void markPending(ImageRef image, ShareTarget target, Failure reason) {
        put(image, target, TargetStatus.PENDING, reason);
    }

    /** Adds a note that concerns no target. */
    public synchronized void remark(String sentence) {
        remarks.add(sentence);
    }

    public synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** The failure of a target, or null. */
    public synchronized @Nullable Failure failure(ImageRef image, ShareTarget target) {
        TargetResult result = targets(image).get(target);
        return result == null ? null : result.error();
    }

    /** The targets of an image with this status. */
    public synchronized List<ShareTarget> with(ImageRef image, TargetStatus status) {
        return targets(image).entrySet().stream()
                .filter(entry -> entry.getValue().status() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether any target of any image has this status. */
    public synchronized boolean any(TargetStatus status) {
        return all().stream().anyMatch(result -> result.status() == status);
    }

    /** The results of one image. */
    public synchronized List<TargetResult> of(ImageRef image) {
        return List.copyOf(targets(image).values());
    }

    /** All results, in no particular order. */
    public synchronized List<TargetResult> all() {
        return results.values().stream()
                .flatMap(targets -> targets.values().stream())
                .toList();
    }

    /** The results of each image, in the order of the list. */
    public synchronized List<ImageResult> images(List<ImageState> states) {
        List<ImageResult> images = new ArrayList<>();
        for (ImageState state : states) {
            images.add(new ImageResult(
                    state.ref().region(),
                    state.ref().id(),
                    state.found().map(Image::name).orElse(null),
                    state.encrypted(),
                    List.copyOf(targets(state.ref()).values()),
                    state.source().orElse(null)));
        }
        return images;
    }

    private Map<ShareTarget, TargetResult> targets(ImageRef image) {
        return results.computeIfAbsent(image, id -> new LinkedHashMap<>());
    }

    private void put(ImageRef image, ShareTarget target, TargetStatus status, @Nullable Failure failure) {
        targets(image).put(target, failure == null ? plain(target, status) : result(target, status, failure));
    }

    private TargetResult plain(ShareTarget target, TargetStatus status) {
        return plain.computeIfAbsent(status, key -> new HashMap<>())
                .computeIfAbsent(target, key -> result(target, status, null));
    }

    private static TargetResult result(ShareTarget target, TargetStatus status, @Nullable Failure failure) {
        return new TargetResult(target.type(), target.id(), status, failure);
    }
}

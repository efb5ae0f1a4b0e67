package dev.shareimage.app.fake;

import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Association.State;
import dev.shareimage.cloud.ResourceShare;
import dev.shareimage.domain.RegionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource share, whose associations change after a number of reads. */
final class FakeShare {

    final String id;
    final String name;
    final RegionId region;
    private final Map<String, End> resources = new LinkedHashMap<>();
    private final Map<String, End> targets = new LinkedHashMap<>();
    private boolean deleted;
    private List<Association> staleResources = List.of();
    private List<Association> staleTargets = List.of();
    private int staleResourceReads;
    private int staleTargetReads;

    FakeShare(String id, String name, RegionId region) {
        this.id = id;
        this.name = name;
        this.region = region;
    }

    /** A resource or target, and the number of reads until its state changes. */
    private record End(State state, @Nullable String failure, int readsLeft, State then) {
        End read() {
            return readsLeft == 0 ? new End(then, failure, 0, then) : new End(state, failure, readsLeft - 1, then);
        }
    }

    void carry(String image, int reads, @Nullable String failure) {
        resources.put(image, coming(reads, failure));
    }

    void reach(String target, int reads, @Nullable String failure) {
        targets.put(target, coming(reads, failure));
    }

    /** Returns whether the target was in the share. */
    boolean leave(String target, int reads, @Nullable String failure) {
        End end = targets.get(target);
        if (end == null || end.state() == State.DISASSOCIATED) {
            return false;
        }
        State then = failure == null ? State.DISASSOCIATED : State.DISASSOCIATION_FAILED;
        targets.put(target, new End(State.DISASSOCIATING, failure, reads, then));
        return true;
    }

    private static End coming(int reads, @Nullable String failure) {
        return new End(State.ASSOCIATING, failure, reads, failure == null ? State.ASSOCIATED : State.FAILED);
    }

    /** Makes the next reads of both lists return the present state. */
    void lag(int reads) {
        if (reads > 0) {
            staleResources = associations(resources);
            staleTargets = associations(targets);
            staleResourceReads = reads;
            staleTargetReads = reads;
        }
    }

    /** The targets that have the image through the share, whatever the lists return. */
    List<String> reached(String image) {
        End carried = resources.get(image);
        return carried == null || !inEffect(carried)
                ? List.of()
                : targets.entrySet().stream()
                        .filter(target -> inEffect(target.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static boolean inEffect(End end) {
        State state = end.readsLeft() == 0 ? end.then() : end.state();
        return state == State.ASSOCIATED || state == State.DISASSOCIATION_FAILED;
    }

    void delete() {
        deleted = true;
        End gone = new End(State.DISASSOCIATED, null, 0, State.DISASSOCIATED);
        resources.replaceAll((id, end) -> gone);
        targets.replaceAll((id, end) -> gone);
    }

    ResourceShare view() {
        return new ResourceShare(id, name, deleted ? "Deleted" : "Active", FakeTime.START);
    }

    List<Association> resources() {
        if (staleResourceReads > 0) {
            staleResourceReads--;
            return staleResources;
        }
        resources.replaceAll((resource, end) -> end.read());
        return associations(resources);
    }

    List<Association> targets() {
        if (staleTargetReads > 0) {
            staleTargetReads--;
            return staleTargets;
        }
        targets.replaceAll((target, end) -> end.read());
        return associations(targets);
    }

    boolean carries(String image) {
        return Optional.ofNullable(resources.get(image)).isPresent();
    }

    private List<Association> associations(Map<String, End> ends) {
        return ends.entrySet().stream()
                .map(end -> new Association(
                        id,
                        name,
                        end.getKey(),
                        end.getValue().state(),
                        end.getValue().state() == State.FAILED || end.getValue().state() == State.DISASSOCIATION_FAILED
                                ? end.getValue().failure()
                                : null,
                        FakeTime.START))
                .toList();
    }
}

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

/** One resource share; associations come and go in their own time. */
final class FakeShare {

    final String id;
    final String name;
    final RegionId region;
    private final Map<String, End> resources = new LinkedHashMap<>();
    private final Map<String, End> targets = new LinkedHashMap<>();
    private boolean deleted;

    FakeShare(String id, String name, RegionId region) {
        this.id = id;
        this.name = name;
        this.region = region;
    }

    /** A resource or a target, and how many reads it needs to get from one state to the next. */
    private record End(State state, @Nullable String failure, int readsLeft, State then) {
        End read() {
            return readsLeft == 0 ? new End(then, failure, 0, then) : new End(state, failure, readsLeft - 1, then);
        }
    }

    void carry(String image) {
        resources.put(image, new End(State.ASSOCIATED, null, 0, State.ASSOCIATED));
    }

    void reach(String target, int reads, @Nullable String failure) {
        targets.put(
                target, new End(State.ASSOCIATING, failure, reads, failure == null ? State.ASSOCIATED : State.FAILED));
    }

    void leave(String target, int reads) {
        if (targets.containsKey(target)) {
            targets.put(target, new End(State.DISASSOCIATING, null, reads, State.DISASSOCIATED));
        }
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
        return associations(resources);
    }

    List<Association> targets() {
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
                        end.getValue().state() == State.FAILED ? end.getValue().failure() : null,
                        FakeTime.START))
                .toList();
    }
}

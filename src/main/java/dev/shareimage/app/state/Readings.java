package dev.shareimage.app.state;

import dev.shareimage.app.state.ObservedState.DirectoryState;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects all reads that a state was made from. */
public final class Readings {

    private Readings() {}

    /** The reads of the state and the role. */
    public static Stream<ReadResult<?>> of(ObservedState state, @Nullable RoleState role) {
        return Stream.of(
                        Stream.of(state.caller(), state.quota()),
                        Stream.ofNullable(role).flatMap(Readings::ofRole),
                        Stream.ofNullable(state.directory()).flatMap(Readings::ofDirectory),
                        state.images().stream().flatMap(Readings::ofImage))
                .flatMap(each -> each);
    }

    /** The reads of the states of all regions, and of the role. */
    public static Stream<ReadResult<?>> of(SharingState state, @Nullable RoleState role) {
        return Stream.concat(
                of(state.audience(), role), state.regions().stream().flatMap(region -> of(region, null)));
    }

    private static Stream<ReadResult<?>> ofRole(RoleState role) {
        return Stream.of(role.role(), role.policies());
    }

    private static Stream<ReadResult<?>> ofDirectory(DirectoryState directory) {
        return Stream.of(directory.organization(), directory.sharingEnabled(), directory.members());
    }

    private static Stream<ReadResult<?>> ofImage(ImageState image) {
        return Stream.concat(
                Stream.of(image.image(), image.shares(), image.resourceShares(), image.snapshots()),
                image.keys().stream().flatMap(Readings::ofKey));
    }

    private static Stream<ReadResult<?>> ofKey(KeyState key) {
        return Stream.of(key.key(), key.tags(), key.serviceKey(), key.serviceKeys());
    }
}

package dev.shareimage.app.checks;

import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.KeyState;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.ObservedState.DirectoryState;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells which RAM actions a survey was refused for. */
public final class MissingPermissions {

    private MissingPermissions() {}

    /** The actions, each once, such as {@code kms:DescribeKey}. */
    public static Collection<String> of(ObservedState situation, RoleState role) {
        Stream<ReadResult<?>> readings = Stream.of(
                        Stream.of(situation.caller(), situation.quota(), role.role(), role.policies()),
                        Stream.ofNullable(situation.directory()).flatMap(MissingPermissions::readings),
                        situation.images().stream().flatMap(MissingPermissions::readings))
                .flatMap(each -> each);
        TreeSet<String> actions = new TreeSet<>();
        readings.filter(ReadResult::forbidden)
                .map(ReadResult::failure)
                .flatMap(Stream::ofNullable)
                .map(MissingPermissions::action)
                .forEach(actions::add);
        return actions;
    }

    /** The action that a refusal names, else the call. */
    public static String action(CloudException refusal) {
        return refusal.missingAction().orElse(refusal.call());
    }

    private static Stream<ReadResult<?>> readings(DirectoryState directory) {
        return Stream.of(directory.organization(), directory.sharingEnabled(), directory.members());
    }

    private static Stream<ReadResult<?>> readings(ImageState image) {
        return Stream.concat(
                Stream.of(image.image(), image.shares(), image.resourceShares(), image.snapshots()),
                image.keys().stream().flatMap(MissingPermissions::readings));
    }

    private static Stream<ReadResult<?>> readings(KeyState key) {
        return Stream.of(key.key(), key.tags(), key.serviceKey());
    }
}

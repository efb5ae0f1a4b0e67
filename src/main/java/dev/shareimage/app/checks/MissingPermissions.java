package dev.shareimage.app.checks;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Readings;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.SharingState;
import dev.shareimage.cloud.CloudException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Collects the RAM actions that the cloud denied while the state was read. */
public final class MissingPermissions {

    private MissingPermissions() {}

    /** The actions, each once, such as {@code kms:DescribeKey}. */
    public static Collection<String> of(SharingState state, RoleState role) {
        TreeSet<String> actions = new TreeSet<>();
        Readings.of(state, role)
                .filter(ReadResult::forbidden)
                .map(ReadResult::failure)
                .flatMap(Stream::ofNullable)
                .map(MissingPermissions::action)
                .forEach(actions::add);
        return actions;
    }

    /** The action that the refusal names, or else the call. */
    public static String action(CloudException error) {
        return error.missingAction().orElse(error.call());
    }
}

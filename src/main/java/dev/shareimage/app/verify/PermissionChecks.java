package dev.shareimage.app.verify;

import dev.shareimage.app.checks.MissingPermissions;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.check.CheckId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names the RAM actions that the recipient's user lacks. Those for a launch fail, and the others only prevent a check.
 */
final class PermissionChecks {

    /** Every user of the recipient needs these to launch from a shared image (vendor documentation, image sharing). */
    private static final Set<String> NEEDED = Set.of("ecs:DescribeImages", "ecs:RunInstances", "ecs:CreateInstance");

    private final DiagnosisCollector collector;
    private final boolean visitor;

    /** @param visitor whether the caller is another identity than the one that launches */
    PermissionChecks(DiagnosisCollector collector, boolean visitor) {
        this.collector = collector;
        this.visitor = visitor;
    }

    void check(RecipientState state, List<ReadResult<?>> answers) {
        Set<String> needed = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        Stream.concat(state.readings(), answers.stream())
                .filter(ReadResult::forbidden)
                .flatMap(reading -> Stream.ofNullable(reading.failure()))
                .map(MissingPermissions::action)
                .forEach(action -> (!visitor && NEEDED.contains(action) ? needed : others).add(action));
        if (!needed.isEmpty()) {
            collector.fail(Side.RECIPIENT, CheckId.PERMISSIONS, "needed", String.join(", ", needed));
        }
        if (!others.isEmpty()) {
            collector.warn(Side.RECIPIENT, CheckId.PERMISSIONS, "others", String.join(", ", others));
        }
        if (needed.isEmpty() && others.isEmpty() && reached(state)) {
            collector.pass(CheckId.PERMISSIONS, "enough");
        }
    }

    private static boolean reached(RecipientState state) {
        CloudException failure = state.caller().failure();
        return failure == null;
    }
}

package dev.shareimage.app.run;

import dev.shareimage.app.survey.RoleState;
import dev.shareimage.cloud.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells whether the role may be too new to be seen everywhere. */
final class Freshness {

    /** A role that was written this recently by another run may not be seen everywhere yet. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private Freshness() {}

    /** When the role was written for the last time, by this run or, as far as that may matter, before it. */
    static Supplier<Instant> lastWrite(RoleSetup setup, @Nullable RoleState before, Timing timing) {
        Instant byOthers = recentlyWritten(before, timing) ? timing.clock().instant() : Instant.MIN;
        return () -> setup.lastWrite().isAfter(byOthers) ? setup.lastWrite() : byOthers;
    }

    private static boolean recentlyWritten(@Nullable RoleState state, Timing timing) {
        Instant since = timing.clock().instant().minus(FRESH);
        return state != null
                && state.role()
                        .known()
                        .flatMap(role -> role)
                        .map(Role::updatedAt)
                        .filter(since::isBefore)
                        .isPresent();
    }
}

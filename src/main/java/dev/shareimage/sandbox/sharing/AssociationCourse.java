package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.answer.Wildcards;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Hints;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.AssociationRule;
import dev.shareimage.sandbox.world.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time and the result of a change of one association. Faults of the call decide first, then the world's rules for
 * some associations, then its settings for all.
 *
 * @param done the time when the change is complete
 * @param failure why it then fails, or null
 */
record AssociationCourse(Instant done, @Nullable String failure) {

    /** The operation of an association. */
    private static final String ASSOCIATE = "Associate";

    /** The operation of a disassociation. */
    private static final String DISASSOCIATE = "Disassociate";

    /** The failure reason that means that it never ends. */
    private static final String HANG = "hang";

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * How an association goes.
     *
     * @param problem why it cannot succeed, or null
     */
    static AssociationCourse in(Call call, Kind kind, String entityId, @Nullable String problem) {
        Settings settings = call.world().settings();
        String general = settings.associationFailure();
        return of(call, rules(settings, kind, entityId, ASSOCIATE), kind, general == null ? problem : general);
    }

    /** How a disassociation goes. The setting that makes every association fail does not affect it. */
    static AssociationCourse out(Call call, Kind kind, String entityId) {
        return of(call, rules(call.world().settings(), kind, entityId, DISASSOCIATE), kind, null);
    }

    private static AssociationCourse of(Call call, List<AssociationRule> rules, Kind kind, @Nullable String general) {
        @Nullable String hint = call.hints().get(Hints.association(ShareView.word(kind)));
        @Nullable String wanted = hint == null ? call.hints().get(Hints.ASSOCIATION) : hint;
        @Nullable String reason = wanted == null ? ruled(rules, general) : wanted;
        return HANG.equals(reason)
                ? new AssociationCourse(NEVER, null)
                : new AssociationCourse(call.now().plusMillis(delay(call, rules)), reason);
    }

    private static @Nullable String ruled(List<AssociationRule> rules, @Nullable String general) {
        return rules.stream()
                .map(AssociationRule::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(general);
    }

    private static long delay(Call call, List<AssociationRule> rules) {
        return rules.stream()
                .mapToLong(AssociationRule::delayMillis)
                .filter(millis -> millis > 0)
                .findFirst()
                .orElse(call.world().settings().associationDelayMillis());
    }

    private static List<AssociationRule> rules(Settings settings, Kind kind, String entityId, String operation) {
        return settings.associations().stream()
                .filter(rule -> rule.of() == null || rule.of().equals(ShareView.word(kind)))
                .filter(rule -> rule.entity() == null || Wildcards.matches(rule.entity(), entityId))
                .filter(rule -> operation.equals(rule.operation() == null ? ASSOCIATE : rule.operation()))
                .toList();
    }
}

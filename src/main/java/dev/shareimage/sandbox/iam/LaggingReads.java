package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Roles as reads of RAM show them: a setting of the world says how old they are. */
final class LaggingReads {

    private LaggingReads() {}

    /** The role; empty if it is younger than the lag. */
    static Optional<RamRole> find(Call call, String roleName) {
        long lag = call.world().settings().ramReadLagMillis();
        Optional<RamRole> present = call.world().roles().find(call.caller().accountId(), roleName);
        return lag == 0
                ? present
                : present.flatMap(role -> seenAt(role, call.now().minusMillis(lag)));
    }

    private static Optional<RamRole> seenAt(RamRole role, Instant moment) {
        if (role.created().isAfter(moment)) {
            return Optional.empty();
        }
        List<PolicyAttachment> attachments = role.policies().stream()
                .filter(attachment -> !attachment.attached().isAfter(moment))
                .toList();
        return Optional.of(role.withTrust(role.trustAt(moment), role.updated()).withPolicies(attachments));
    }
}

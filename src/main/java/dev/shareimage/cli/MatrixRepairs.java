package dev.shareimage.cli;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.Side;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import org.jspecify.annotations.Nullable;

/**
 * Says who repairs the problems of a verdict other than {@code ready}.
 *
 * @param messages sentences with commands of the owner
 * @param role the role in the recipients' accounts
 * @param owner the account that runs the checks
 */
record MatrixRepairs(Messages messages, String role, AccountId owner) {

    /**
     * A repair.
     *
     * @param side the side that runs it, or null if nobody must, or if that is not known
     */
    record Repair(@Nullable String side, @Nullable String fix) {

        static final Repair NONE = new Repair(null, null);

        static Repair of(Side side, String fix) {
            return new Repair(side.label(), fix);
        }
    }

    /** The fix of a failed check. */
    Repair failed(Diagnosis check) {
        Side side = check.repairs();
        return new Repair(side == null ? null : side.label(), check.finding().fix());
    }

    /** The fix of an unread state. A missing permission is the role's, because the checks run as the role. */
    Repair open(Diagnosis check, ImageId image, RegionId region) {
        String fix = check.finding().fix();
        if (fix == null) {
            return Repair.of(Side.OWNER, again(image, region));
        }
        if (check.repairs() == Side.RECIPIENT) {
            return Repair.of(Side.RECIPIENT, messages.get("verify.role-lacks.fix", fix, role, owner));
        }
        return Repair.of(check.repairs() == null ? Side.RECIPIENT : check.repairs(), fix);
    }

    /** The fix for an account whose role could not be assumed. The cloud does not say whose permission is missing. */
    Repair unseen(CloudException failure, AccountId account, ImageId image, RegionId region) {
        if (failure.kind() == Kind.NOT_FOUND) {
            return Repair.of(Side.RECIPIENT, messages.get("verify.role-missing.fix", role, owner));
        }
        if (failure.kind() == Kind.NOT_PERMITTED) {
            return new Repair(null, messages.get("verify.role-refused.fix", role, owner, account));
        }
        String fix = failure.kind() == Kind.NO_CREDENTIALS ? new ErrorAdvice(messages).fix(failure) : null;
        return Repair.of(Side.OWNER, fix == null ? again(image, region) : fix);
    }

    /** Why the role could not be assumed. The cloud names a missing role in English only. */
    String reason(CloudException failure) {
        return failure.kind() == Kind.NOT_FOUND
                ? messages.get("verify.role-missing", role)
                : Reason.sentence(failure, messages);
    }

    private String again(ImageId image, RegionId region) {
        return messages.get("verify.look-again.fix", image, region, role);
    }
}

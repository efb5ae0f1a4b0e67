package dev.shareimage.app.proposal;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.state.ObservedState;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Optional;

/**
 * The consequences if the role or its permissions could not be read, so that it is not known whether targets can use
 * the key.
 *
 * <p>ECS refuses accounts if the role or the trust is missing, but it is not documented whether it checks each account.
 * Resource Sharing accepts directories and folders in any case.
 */
final class UnseenRole {

    private UnseenRole() {}

    /**
     * Refuses directories and folders, because nobody else would notice that their members cannot use the image.
     *
     * @throws CloudException why the role could not be read
     */
    static void refuseGroups(RoleState role, List<ShareTarget> targets, Messages messages) throws CloudException {
        List<ShareTarget> groups = ObservedState.groups(targets);
        ReadResult<?> unread = groups.isEmpty() ? ReadResult.unread() : unread(role);
        CloudException failure = unread.failure();
        if (failure == null) {
            return;
        }
        throw failure.kind() != Kind.NOT_PERMITTED
                ? failure
                : new CloudException(
                        failure.kind(),
                        failure.call(),
                        failure.code(),
                        messages.get(
                                "failure.role-unseen",
                                new ErrorAdvice(messages).words(failure),
                                TargetArguments.of(groups)),
                        failure.requestId().orElse(null),
                        failure.missingAction().orElse(null));
    }

    /** Says that it is not known whether the targets can use the image; empty if it is known. */
    static Optional<String> note(RoleState role, List<ShareTarget> targets, Messages messages) {
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(unread(role).failure())
                        .map(failure ->
                                messages.get("note.key-unseen", targets.size(), Reason.sentence(failure, messages)));
    }

    private static ReadResult<?> unread(RoleState role) {
        return role.present() ? role.policies() : role.role();
    }
}

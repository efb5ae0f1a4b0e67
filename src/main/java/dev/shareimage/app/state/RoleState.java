package dev.shareimage.app.state;

import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Role;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.DirectoryMembers;
import dev.shareimage.domain.trust.TrustDecision;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The role as far as it could be read.
 *
 * @param role the role; empty if there is none
 * @param policies the permission policies that are attached to it
 * @param trust its trust policy, or null if there is none or it is unreadable
 * @param trustProblem why the stored trust policy is unreadable, or null
 * @param members the members of the resource directory; unread if nothing depends on them
 */
public record RoleState(
        ReadResult<Optional<Role>> role,
        ReadResult<List<AttachedPolicy>> policies,
        @Nullable TrustPolicy trust,
        @Nullable String trustProblem,
        ReadResult<DirectoryMembers> members) {

    /** The system policy that lets ECS use the keys. */
    public static final AttachedPolicy KMS_ACCESS = new AttachedPolicy("AliyunKMSFullAccess", "System");

    /** Makes the state from the results of the two calls. */
    public static RoleState of(ReadResult<Optional<Role>> role, ReadResult<List<AttachedPolicy>> policies) {
        Optional<Role> found = role.known().flatMap(present -> present);
        if (found.isEmpty()) {
            return new RoleState(role, policies, null, null, ReadResult.unread());
        }
        try {
            return new RoleState(
                    role, policies, TrustPolicy.parse(found.get().trustDocument()), null, ReadResult.unread());
        } catch (TrustPolicyException e) {
            return new RoleState(role, policies, null, e.getMessage(), ReadResult.unread());
        }
    }

    /** Whether the account is known to have no such role. */
    public boolean missing() {
        return role.known().isPresent() && role.known().get().isEmpty();
    }

    /** Whether the role is known to exist. */
    public boolean present() {
        return role.known().isPresent() && role.known().get().isPresent();
    }

    /** Whether the policy is known to be missing. */
    public boolean lacksPolicy() {
        return missing()
                || policies.known().map(list -> !list.contains(KMS_ACCESS)).orElse(false);
    }

    /** Whether only one of the two answers knows the role. */
    boolean appears() {
        CloudException failure = policies.failure();
        boolean unseen = failure != null && failure.kind() == Kind.NOT_FOUND;
        return (present() && unseen) || (missing() && policies.known().isPresent());
    }

    /** The same state with other policies. */
    RoleState withPolicies(ReadResult<List<AttachedPolicy>> read) {
        return new RoleState(role, read, trust, trustProblem, members);
    }

    /** The role after a change of its trust policy. */
    public RoleState withTrust(TrustPolicy policy) {
        return new RoleState(role, policies, policy, null, members);
    }

    /** The same state with the members of the directory. */
    public RoleState withMembers(ReadResult<DirectoryMembers> read) {
        return new RoleState(role, policies, trust, trustProblem, read);
    }

    /** The known members of the directory. */
    public DirectoryMembers membership() {
        return members.known().orElse(DirectoryMembers.unknown());
    }

    /** Whether the target may use the key, as far as that is known; empty if the trust could not be read. */
    public Optional<TrustDecision> decide(ShareTarget target) {
        return missing()
                ? Optional.of(TrustDecision.NOT_COVERED)
                : Optional.ofNullable(trust).map(policy -> policy.decide(target, membership()));
    }
}

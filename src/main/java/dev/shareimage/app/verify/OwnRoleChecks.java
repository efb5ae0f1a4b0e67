package dev.shareimage.app.verify;

import static dev.shareimage.domain.check.CheckId.OWN_ROLE;
import static dev.shareimage.domain.check.CheckId.OWN_ROLE_POLICY;
import static dev.shareimage.domain.check.CheckId.OWN_ROLE_TRUST;

import dev.shareimage.app.state.ReadResult;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.Role;
import dev.shareimage.domain.trust.OwnService;
import dev.shareimage.domain.trust.TrustPolicy;
import dev.shareimage.domain.trust.TrustPolicyException;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether ECS may use keys of the recipient's own account. The console sets that up after a prompt, but an API
 * call does not.
 */
final class OwnRoleChecks {

    private final DiagnosisCollector collector;

    OwnRoleChecks(DiagnosisCollector collector) {
        this.collector = collector;
    }

    void check(OwnRole state) {
        if (state.role().known().isEmpty()) {
            List.of(OWN_ROLE, OWN_ROLE_TRUST).forEach(id -> collector.notChecked(id, state.role(), OwnRole.NAME));
            checkPolicies(state.policies());
        } else if (state.role().known().get().isEmpty()) {
            collector.fail(Side.RECIPIENT, OWN_ROLE, "missing", OwnRole.NAME, OwnRole.TRUST, OwnRole.POLICY.name());
        } else {
            collector.pass(OWN_ROLE, "present", OwnRole.NAME);
            checkTrust(state.role().known().get().get());
            checkPolicies(state.policies());
        }
    }

    /** The fix is the present policy with one more statement, so that other users of the role keep their trust. */
    private void checkTrust(Role role) {
        TrustPolicy policy;
        try {
            policy = TrustPolicy.parse(role.trustDocument());
        } catch (TrustPolicyException e) {
            collector.skipped(OWN_ROLE_TRUST, "unreadable", OwnRole.NAME, OwnRole.SERVICE);
            return;
        }
        Boolean trusted = OwnService.isTrusted(policy, OwnRole.SERVICE);
        if (Boolean.TRUE.equals(trusted)) {
            collector.pass(OWN_ROLE_TRUST, "trusted", OwnRole.NAME, OwnRole.SERVICE);
            return;
        }
        Optional<String> merged = OwnService.trusting(policy, OwnRole.SERVICE).map(TrustPolicy::quotable);
        if (merged.isEmpty()) {
            collector.warn(Side.RECIPIENT, OWN_ROLE_TRUST, "may-be-denied", OwnRole.NAME, OwnRole.SERVICE);
        } else if (trusted == null) {
            collector.warn(Side.RECIPIENT, OWN_ROLE_TRUST, "unclear", OwnRole.NAME, OwnRole.SERVICE, merged.get());
        } else {
            collector.fail(Side.RECIPIENT, OWN_ROLE_TRUST, "missing", OwnRole.NAME, OwnRole.SERVICE, merged.get());
        }
    }

    /** An unusual policy may allow the same. */
    private void checkPolicies(ReadResult<List<AttachedPolicy>> policies) {
        String usual = OwnRole.POLICY.name();
        if (policies.known().isEmpty()) {
            collector.notChecked(OWN_ROLE_POLICY, policies, OwnRole.NAME);
        } else if (policies.known().get().contains(OwnRole.POLICY)) {
            collector.pass(OWN_ROLE_POLICY, "present", OwnRole.NAME, usual);
        } else if (policies.known().get().isEmpty()) {
            collector.fail(Side.RECIPIENT, OWN_ROLE_POLICY, "missing", OwnRole.NAME, usual);
        } else {
            collector.warn(Side.RECIPIENT, OWN_ROLE_POLICY, "other", OwnRole.NAME, usual);
        }
    }
}

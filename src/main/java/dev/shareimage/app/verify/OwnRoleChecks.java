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
import org.jspecify.annotations.Nullable;

/**
 * Checks whether ECS may use keys of the recipient's own account. The console sets that up on a prompt, and a call does
 * not.
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

    private void checkTrust(Role role) {
        Boolean trusted = isTrusted(role);
        if (trusted == null) {
            collector.warn(Side.RECIPIENT, OWN_ROLE_TRUST, "unclear", OwnRole.NAME, OwnRole.SERVICE, OwnRole.TRUST);
        } else if (trusted) {
            collector.pass(OWN_ROLE_TRUST, "trusted", OwnRole.NAME, OwnRole.SERVICE);
        } else {
            collector.fail(Side.RECIPIENT, OWN_ROLE_TRUST, "missing", OwnRole.NAME, OwnRole.SERVICE, OwnRole.TRUST);
        }
    }

    private static @Nullable Boolean isTrusted(Role role) {
        try {
            return OwnService.isTrusted(TrustPolicy.parse(role.trustDocument()), OwnRole.SERVICE);
        } catch (TrustPolicyException e) {
            return Boolean.FALSE;
        }
    }

    /** An unusual policy may permit the same. */
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

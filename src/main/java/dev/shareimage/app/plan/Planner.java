package dev.shareimage.app.plan;

import dev.shareimage.app.ShareService;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;

/** Makes plans from the difference between the current and the requested state. */
public final class Planner {

    private Planner() {}

    /**
     * The changes of the role that let the targets use the key; none if the role may not be read. A trust policy that
     * is too long for the cloud is refused before anything else is changed.
     */
    public static List<Step> setup(RoleState role, List<ShareTarget> targets, TrustPolicy trustAtBirth) {
        List<Step> steps = new ArrayList<>();
        if (role.missing()) {
            steps.add(new Step.CreateRole(ShareService.ROLE, trustAtBirth, targets));
        }
        if (role.trust() != null) {
            steps.addAll(change(role.trust(), new TrustChange.Add(targets, role.membership())));
        }
        if (role.lacksPolicy()) {
            steps.add(new Step.AttachPolicy(ShareService.ROLE, RoleState.KMS_ACCESS));
        }
        return steps;
    }

    /** The change of the trust policy; none if the policy already has it. */
    public static List<Step> change(TrustPolicy before, TrustChange change) {
        TrustPolicy after = change.apply(before);
        return after.equals(before)
                ? List.of()
                : List.of(new Step.ChangeTrust(ShareService.ROLE, change, before, after));
    }
}

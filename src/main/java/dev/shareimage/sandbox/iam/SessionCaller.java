package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Caller;
import dev.shareimage.sandbox.world.RamRole;
import dev.shareimage.sandbox.world.Session;
import dev.shareimage.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An identity that assumed a role. It may do what both the role's policies and the session's own policy permit. */
record SessionCaller(World world, Session session, RamRole role, Map<String, String> context) implements Caller {

    @Override
    public String accountId() {
        return session.accountId();
    }

    @Override
    public String arn() {
        return "acs:ram::" + session.accountId() + ":assumed-role/" + session.roleName() + "/" + session.sessionName();
    }

    @Override
    public String principalType() {
        return "AssumedRoleUser";
    }

    @Override
    public String principalId() {
        return role.id() + ":" + session.sessionName();
    }

    @Override
    public void require(String action, String resource) throws ApiError {
        PolicyDecision verdict = Permissions.judge(world, accountId(), role.policies(), action, resource, context);
        if (verdict == PolicyDecision.ALLOWED) {
            verdict = narrowed(action, resource);
        }
        if (verdict != PolicyDecision.ALLOWED) {
            throw DenialCode.error(action, verdict == PolicyDecision.DENIED);
        }
    }

    private PolicyDecision narrowed(String action, String resource) {
        @Nullable String policy = session.policy();
        if (policy == null) {
            return PolicyDecision.ALLOWED;
        }
        List<PolicyDocument> documents = new ArrayList<>();
        Permissions.add(policy, documents);
        return PolicyEvaluator.judge(documents, action, resource, context);
    }
}

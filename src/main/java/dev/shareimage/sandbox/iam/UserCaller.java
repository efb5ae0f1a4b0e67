package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Caller;
import dev.shareimage.sandbox.world.RamUser;
import dev.shareimage.sandbox.world.World;
import java.util.Map;

/** A RAM user, who may do what the attached policies permit. */
record UserCaller(World world, RamUser user, Map<String, String> context) implements Caller {

    @Override
    public String accountId() {
        return user.accountId();
    }

    @Override
    public String arn() {
        return "acs:ram::" + user.accountId() + ":user/" + user.name();
    }

    @Override
    public String principalType() {
        return "SubUser";
    }

    @Override
    public String principalId() {
        return user.id();
    }

    @Override
    public void require(String action, String resource) throws ApiError {
        PolicyDecision verdict = Permissions.judge(world, accountId(), user.policies(), action, resource, context);
        if (verdict != PolicyDecision.ALLOWED) {
            throw DenialCode.error(action, verdict == PolicyDecision.DENIED);
        }
    }
}

package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** Deletes a security group. */
final class DeleteSecurityGroup implements Action.Handler {

    private static final String NAME = "ecs:DeleteSecurityGroup";

    static Action action() {
        return new Action(
                "DeleteSecurityGroup", Set.of("RegionId", "SecurityGroupId"), NAME, new DeleteSecurityGroup());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        call.world().securityGroups().remove(SecurityGroups.require(call, NAME));
        return Answers.object();
    }
}

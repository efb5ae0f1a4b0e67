package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** Gives an instance a public address from a range for documentation, where nothing answers. */
final class AllocatePublicIpAddress implements Action.Handler {

    private static final String NAME = "ecs:AllocatePublicIpAddress";

    static Action action() {
        return new Action(
                "AllocatePublicIpAddress",
                Set.of("InstanceId", "IpAddress", "RegionId", "VlanId"),
                NAME,
                new AllocatePublicIpAddress());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        new Instances(call).require(NAME);
        return Answers.object().put("IpAddress", "203.0.113.1");
    }
}

package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;

/** Creates one instance that does not run yet. */
final class CreateInstance implements Action.Handler {

    private static final String NAME = "ecs:CreateInstance";

    static Action action() {
        return new Action("CreateInstance", LaunchParameters.NAMES, NAME, new CreateInstance());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "instance/*"));
        Launch launch = Launch.prepare(call, region);
        Switches.endDryRun(call.parameters());
        return Answers.object().put("InstanceId", launch.make("Stopped").id());
    }
}

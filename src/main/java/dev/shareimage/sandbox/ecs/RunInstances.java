package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;

/** Launches instances; they run at once. */
final class RunInstances implements Action.Handler {

    private static final String NAME = "ecs:RunInstances";
    private static final int MAX_AMOUNT = 1000;

    static Action action() {
        return new Action("RunInstances", LaunchParameters.NAMES, NAME, new RunInstances());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "instance/*"));
        int amount = call.parameters().integer("Amount", 1, 1, MAX_AMOUNT);
        Launch launch = Launch.prepare(call, region);
        Switches.endDryRun(call.parameters());
        ObjectNode answer = Answers.object();
        ArrayNode ids = Answers.wrapped(answer, "InstanceIdSets", "InstanceIdSet");
        for (int i = 0; i < amount; i++) {
            ids.add(launch.make("Running").id());
        }
        return answer;
    }
}

package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Instance;
import java.util.Set;

/** Starts, stops or deletes an instance, at once. */
final class ChangeInstance implements Action.Handler {

    private static final Set<String> PARAMETERS = Set.of(
            "ConfirmStop",
            "DryRun",
            "Force",
            "ForceStop",
            "InitLocalDisk",
            "InstanceId",
            "RegionId",
            "StoppedMode",
            "TerminateSubscription");

    private final String name;
    private final Change change;

    private ChangeInstance(String name, Change change) {
        this.name = name;
        this.change = change;
    }

    static Action start() {
        return action("StartInstance", Change.START);
    }

    static Action stop() {
        return action("StopInstance", Change.STOP);
    }

    static Action delete() {
        return action("DeleteInstance", Change.DELETE);
    }

    private static Action action(String name, Change change) {
        return new Action(name, PARAMETERS, "ecs:" + name, new ChangeInstance("ecs:" + name, change));
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Instance instance = new Instances(call).require(name);
        boolean forced = change == Change.DELETE && Switches.isOn(call.parameters(), "Force");
        if (instance.isRunning() != (change == Change.STOP) && !forced) {
            throw new ApiError(
                    403,
                    "IncorrectInstanceStatus",
                    "The current status of the resource does not support this operation.");
        }
        Switches.endDryRun(call.parameters());
        switch (change) {
            case START -> call.world().instances().put(instance.withStatus("Running"));
            case STOP -> call.world().instances().put(instance.withStatus("Stopped"));
            case DELETE -> call.world().instances().remove(instance);
        }
        return Answers.object();
    }

    private enum Change {
        START,
        STOP,
        DELETE
    }
}

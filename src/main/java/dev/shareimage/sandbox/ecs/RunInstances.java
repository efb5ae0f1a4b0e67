package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Switches;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Instance;
import dev.shareimage.sandbox.world.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Launches instances. They run at once. */
final class RunInstances implements Action.Handler {

    private static final String NAME = "ecs:RunInstances";
    private static final int MAX_AMOUNT = 1000;
    /** The maximum of {@code MinAmount}. */
    private static final int MAX_MIN_AMOUNT = 100;

    static Action action() {
        Set<String> names = new TreeSet<>(LaunchParameters.NAMES);
        names.addAll(LaunchTemplates.NAMES);
        return new Action("RunInstances", names, NAME, new RunInstances());
    }

    @Override
    public ObjectNode handle(Call asked) throws ApiError {
        Region region = Regions.of(asked);
        asked.caller().require(NAME, Regions.resource(asked, region, "instance/*"));
        Optional<String> token = asked.parameters().find("ClientToken");
        List<Instance> earlier = repeated(asked, token);
        if (!earlier.isEmpty()) {
            return answer(earlier);
        }
        Call call = new LaunchTemplates(asked, region).applied();
        int amount = call.parameters().integer("Amount", 1, 1, MAX_AMOUNT);
        call.parameters().integer("MinAmount", 1, 1, MAX_MIN_AMOUNT);
        Launch launch = Launch.prepare(call, region);
        Switches.endDryRun(call.parameters());
        List<Instance> made = new ArrayList<>();
        for (int i = 0; i < amount; i++) {
            Instance instance = launch.make("Running");
            made.add(token.isEmpty() ? instance : marked(call, instance.madeBy(token.get(), request(asked))));
        }
        return answer(made);
    }

    /**
     * What an earlier call with the same token has launched.
     *
     * @throws ApiError 400 {@code IdempotenceParamNotMatch} if that call had other parameters
     */
    private static List<Instance> repeated(Call call, Optional<String> token) throws ApiError {
        List<Instance> earlier = new Instances(call)
                .all()
                .filter(instance -> token.isPresent() && token.get().equals(instance.clientToken()))
                .toList();
        if (earlier.stream().anyMatch(instance -> !request(call).equals(instance.request()))) {
            throw new ApiError(
                    400,
                    "IdempotenceParamNotMatch",
                    "Request uses a client token in a previous request but is not identical to that request.");
        }
        return earlier;
    }

    /** The parameters that a repeated call must also have. */
    private static String request(Call call) {
        Map<String, String> parameters = new TreeMap<>(call.parameters().values());
        parameters.keySet().removeAll(Set.of("ClientToken", "DryRun"));
        return parameters.toString();
    }

    private static Instance marked(Call call, Instance instance) {
        call.world().instances().put(instance);
        return instance;
    }

    private static ObjectNode answer(List<Instance> instances) {
        ObjectNode answer = Answers.object();
        ArrayNode ids = Answers.wrapped(answer, "InstanceIdSets", "InstanceIdSet");
        instances.forEach(instance -> ids.add(instance.id()));
        return answer;
    }
}

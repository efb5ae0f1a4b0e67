package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Wildcards;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Instance;
import dev.shareimage.sandbox.world.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The caller's instances. */
final class DescribeInstances implements Action.Handler {

    private static final String NAME = "ecs:DescribeInstances";

    static Action action() {
        return new Action(
                "DescribeInstances",
                Set.of(
                        "ImageId",
                        "InstanceIds",
                        "InstanceName",
                        "MaxResults",
                        "NextToken",
                        "PageNumber",
                        "PageSize",
                        "RegionId",
                        "Status",
                        "ZoneId"),
                NAME,
                new DescribeInstances());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "instance/*"));
        Optional<Set<String>> ids = IdList.of(call, "InstanceIds");
        List<Instance> found = new Instances(call)
                .all()
                .filter(instance -> instance.region().equals(region.id()))
                .filter(instance ->
                        ids.map(wanted -> wanted.contains(instance.id())).orElse(true))
                .filter(instance -> isWanted(instance, call.parameters()))
                .toList();
        ObjectNode answer = Answers.object();
        ArrayNode instances = Answers.wrapped(answer, "Instances", "Instance");
        TokenOrPage.of(call.parameters(), found, answer).forEach(instance -> describe(instances.addObject(), instance));
        return answer;
    }

    private static boolean isWanted(Instance instance, Parameters parameters) {
        return parameters.find("ImageId").map(instance.imageId()::equals).orElse(true)
                && parameters.find("Status").map(instance.status()::equals).orElse(true)
                && parameters
                        .find("ZoneId")
                        .map(zone -> zone.equals(instance.zone()))
                        .orElse(true)
                && parameters
                        .find("InstanceName")
                        .map(pattern -> Wildcards.matches(pattern, instance.name()))
                        .orElse(true);
    }

    private static void describe(ObjectNode node, Instance instance) {
        node.put("InstanceId", instance.id())
                .put("InstanceName", instance.name())
                .put("ImageId", instance.imageId())
                .put("InstanceType", instance.type())
                .put("RegionId", instance.region())
                .put("ZoneId", instance.zone() == null ? "" : instance.zone())
                .put("Status", instance.status())
                .put("CreationTime", Answers.seconds(instance.created()));
    }
}

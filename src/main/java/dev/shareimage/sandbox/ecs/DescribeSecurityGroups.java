package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.SecurityGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The caller's security groups in a region. */
final class DescribeSecurityGroups implements Action.Handler {

    private static final String NAME = "ecs:DescribeSecurityGroups";

    static Action action() {
        return new Action(
                "DescribeSecurityGroups",
                Set.of(
                        "MaxResults",
                        "NextToken",
                        "PageNumber",
                        "PageSize",
                        "RegionId",
                        "SecurityGroupId",
                        "SecurityGroupIds",
                        "SecurityGroupName",
                        "VpcId"),
                NAME,
                new DescribeSecurityGroups());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "securitygroup/*"));
        Optional<Set<String>> ids = IdList.of(call, "SecurityGroupIds");
        List<SecurityGroup> found = call.world()
                .securityGroups()
                .under(region.id())
                .filter(group -> group.ownerId().equals(call.caller().accountId()))
                .filter(group -> ids.map(wanted -> wanted.contains(group.id())).orElse(true))
                .filter(group -> isWanted(group, call.parameters()))
                .toList();
        ObjectNode answer = Answers.object();
        answer.put("RegionId", region.id());
        ArrayNode groups = Answers.wrapped(answer, "SecurityGroups", "SecurityGroup");
        TokenOrPage.of(call.parameters(), found, answer)
                .forEach(group -> groups.addObject()
                        .put("SecurityGroupId", group.id())
                        .put("SecurityGroupName", group.name())
                        .put("VpcId", group.vpcId() == null ? "" : group.vpcId())
                        .put("CreationTime", Answers.seconds(group.created())));
        return answer;
    }

    private static boolean isWanted(SecurityGroup group, Parameters parameters) {
        return parameters.find("SecurityGroupId").map(group.id()::equals).orElse(true)
                && parameters
                        .find("SecurityGroupName")
                        .map(group.name()::equals)
                        .orElse(true)
                && parameters
                        .find("VpcId")
                        .map(vpc -> vpc.equals(group.vpcId()))
                        .orElse(true);
    }
}

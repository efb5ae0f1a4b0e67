package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Region;
import dev.shareimage.sandbox.world.SecurityGroup;
import java.util.Set;

/** Creates a security group. */
final class CreateSecurityGroup implements Action.Handler {

    private static final String NAME = "ecs:CreateSecurityGroup";

    static Action action() {
        return new Action(
                "CreateSecurityGroup",
                Set.of(
                        "ClientToken",
                        "Description",
                        "RegionId",
                        "ResourceGroupId",
                        "SecurityGroupName",
                        "SecurityGroupType",
                        "Tag.N.Key",
                        "Tag.N.Value",
                        "VpcId"),
                NAME,
                new CreateSecurityGroup());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        call.caller().require(NAME, Regions.resource(call, region, "securitygroup/*"));
        String id = call.world().newId("sg-");
        call.world()
                .securityGroups()
                .put(new SecurityGroup(
                        region.id(),
                        id,
                        call.caller().accountId(),
                        call.parameters().find("SecurityGroupName").orElse(""),
                        call.parameters().find("VpcId").orElse(null),
                        call.now()));
        return Answers.object().put("SecurityGroupId", id);
    }
}

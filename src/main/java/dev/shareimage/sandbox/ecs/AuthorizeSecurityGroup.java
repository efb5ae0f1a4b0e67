package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** Adds a rule to a security group. There are no packets, so the rule is not stored. */
final class AuthorizeSecurityGroup implements Action.Handler {

    private static final Set<String> PARAMETERS = Set.of(
            "ClientToken",
            "Description",
            "DestCidrIp",
            "DestGroupId",
            "IpProtocol",
            "NicType",
            "Policy",
            "PortRange",
            "Priority",
            "RegionId",
            "SecurityGroupId",
            "SourceCidrIp",
            "SourceGroupId",
            "SourcePortRange");

    private final String name;

    private AuthorizeSecurityGroup(String name) {
        this.name = name;
    }

    static Action inwards() {
        return action("AuthorizeSecurityGroup");
    }

    static Action outwards() {
        return action("AuthorizeSecurityGroupEgress");
    }

    private static Action action(String name) {
        return new Action(name, PARAMETERS, "ecs:" + name, new AuthorizeSecurityGroup("ecs:" + name));
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        SecurityGroups.require(call, name);
        return Answers.object();
    }
}

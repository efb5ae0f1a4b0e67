package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.List;
import java.util.Set;

/** Some of the limits that ECS itself reports. The number of accounts of an image is not one of them. */
final class DescribeAccountAttributes implements Action.Handler {

    private static final String NAME = "ecs:DescribeAccountAttributes";
    private static final int SECURITY_GROUPS = 100;

    static Action action() {
        return new Action(
                "DescribeAccountAttributes",
                Set.of("AttributeName.N", "RegionId", "ZoneId"),
                NAME,
                new DescribeAccountAttributes());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        if (call.parameters().find("RegionId").isEmpty()) {
            throw new ApiError(403, "Invalid.Parameter", "The required parameter regionId must be not null.");
        }
        Regions.of(call);
        call.caller().require(NAME, "*");
        List<String> names = call.parameters().list("AttributeName");
        ObjectNode answer = Answers.object();
        ArrayNode items = Answers.wrapped(answer, "AccountAttributeItems", "AccountAttributeItem");
        if (names.isEmpty() || names.contains("max-security-groups")) {
            ObjectNode item = items.addObject().put("AttributeName", "max-security-groups");
            Answers.wrapped(item, "AttributeValues", "ValueItem")
                    .addObject()
                    .put("Value", Integer.toString(SECURITY_GROUPS));
        }
        return answer;
    }
}

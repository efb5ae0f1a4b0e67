package dev.shareimage.sandbox.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageShare;
import dev.shareimage.sandbox.world.Region;
import java.util.Set;

/**
 * The accounts with which an image is shared directly, for its owner.
 *
 * <p>It is not documented whether the real cloud also lists accounts that have it through a resource share. The sandbox
 * does not.
 */
final class DescribeImageSharePermission implements Action.Handler {

    private static final String NAME = "ecs:DescribeImageSharePermission";

    static Action action() {
        return new Action(
                "DescribeImageSharePermission",
                Set.of("ImageId", "PageNumber", "PageSize", "RegionId"),
                NAME,
                new DescribeImageSharePermission());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        Region region = Regions.of(call);
        String imageId = call.parameters().get("ImageId");
        call.caller().require(NAME, Regions.resource(call, region, "image/" + imageId));
        Image image = new Images(call, region).own(imageId);
        Page page = Page.of(call.parameters());
        ObjectNode answer = Answers.object();
        answer.put("ImageId", imageId).put("RegionId", region.id());
        page.describe(answer, image.shares().size());
        ArrayNode accounts = Answers.wrapped(answer, "Accounts", "Account");
        page.of(image.shares())
                .forEach(share -> describe(
                        accounts.addObject(),
                        share,
                        call.world().imageSettings().numericAccountIds()));
        Answers.wrapped(answer, "ShareGroups", "ShareGroup");
        return answer;
    }

    private static void describe(ObjectNode node, ImageShare share, boolean numericAccountIds) {
        if (numericAccountIds) {
            node.put("AliyunId", Long.parseLong(share.accountId()));
        } else {
            node.put("AliyunId", share.accountId());
        }
        node.put("SharedTime", Answers.seconds(share.since()));
    }
}

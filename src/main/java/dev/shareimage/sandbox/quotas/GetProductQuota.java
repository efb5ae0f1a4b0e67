package dev.shareimage.sandbox.quotas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Quota;
import java.util.Set;

/** One quota. */
final class GetProductQuota implements Action.Handler {

    private static final String NAME = "quotas:GetProductQuota";

    static Action action() {
        return new Action(
                "GetProductQuota",
                Set.of("Dimensions.N.Key", "Dimensions.N.Value", "ProductCode", "QuotaActionCode"),
                NAME,
                new GetProductQuota());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        String accountId = call.caller().accountId();
        call.caller().require(NAME, "acs:quotas:*:" + accountId + ":*");
        String product = call.parameters().get("ProductCode");
        String code = call.parameters().get("QuotaActionCode");
        String region = Dimensions.region(call);
        Quota quota = QuotaLimits.find(call.world(), product, code, region, accountId)
                .orElseThrow(() -> new ApiError(404, "QUOTA.NOT.FOUND", "The quota does not exist."));
        ObjectNode answer = Answers.object();
        QuotaView.describe(answer.putObject("Quota"), quota, region);
        return answer;
    }
}

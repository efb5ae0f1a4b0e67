package dev.shareimage.sandbox.quotas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Slice;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.Quota;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The quotas of a product. */
final class ListProductQuotas implements Action.Handler {

    private static final String NAME = "quotas:ListProductQuotas";
    private static final int DEFAULT_SIZE = 30;
    private static final Set<String> SORT_ORDERS = Set.of("Ascending", "Descending");

    static Action action() {
        return new Action(
                "ListProductQuotas",
                Set.of(
                        "Dimensions.N.Key",
                        "Dimensions.N.Value",
                        "GroupCode",
                        "KeyWord",
                        "MaxResults",
                        "NextToken",
                        "ProductCode",
                        "QuotaActionCode",
                        "QuotaCategory",
                        "SortField",
                        "SortOrder"),
                NAME,
                new ListProductQuotas());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        call.caller().require(NAME, "acs:quotas:*:" + call.caller().accountId() + ":*");
        String region = Dimensions.region(call);
        List<Quota> found = find(call, region);
        Slice slice = slice(call.parameters());
        ObjectNode answer = Answers.object();
        slice.describe(answer, found.size());
        answer.put("MaxResults", slice.size()).put("TotalCount", found.size());
        ArrayNode quotas = answer.putArray("Quotas");
        slice.of(found).forEach(quota -> QuotaView.describe(quotas.addObject(), quota, region));
        return answer;
    }

    private static List<Quota> find(Call call, String region) throws ApiError {
        Parameters parameters = call.parameters();
        String product = parameters.get("ProductCode");
        if (!parameters.find("QuotaCategory").orElse("CommonQuota").equals("CommonQuota")) {
            return List.of();
        }
        String keyWord = parameters.find("KeyWord").orElse("").toLowerCase(Locale.ROOT);
        return call.world()
                .quotas()
                .under(product)
                .map(Quota::code)
                .distinct()
                .filter(code ->
                        parameters.find("QuotaActionCode").map(code::equals).orElse(true))
                .flatMap(code ->
                        QuotaLimits.find(
                                call.world(),
                                product,
                                code,
                                region,
                                call.caller().accountId())
                                .stream())
                .filter(quota -> quota.name().toLowerCase(Locale.ROOT).contains(keyWord))
                .sorted(order(parameters))
                .toList();
    }

    /** By {@code SortField}, as far as quotas here differ in it. */
    private static Comparator<Quota> order(Parameters parameters) throws ApiError {
        String order = parameters.find("SortOrder").orElse("Ascending");
        if (!SORT_ORDERS.contains(order)) {
            throw new ApiError(400, "InvalidSortOrder", "Invalid SortOrder");
        }
        Comparator<Quota> ascending = parameters.find("SortField").orElse("").equals("TOTAL")
                ? Comparator.comparingInt(Quota::total)
                : Comparator.comparingInt(quota -> 0);
        return order.equals("Descending") ? ascending.reversed() : ascending;
    }

    private static Slice slice(Parameters parameters) throws ApiError {
        try {
            return Slice.of(parameters, DEFAULT_SIZE);
        } catch (ApiError error) {
            throw error.code().equals("InvalidParameter.MaxResults")
                    ? new ApiError(
                            400,
                            "INVALID.MAX.RESULTS",
                            "The maxResults parameter is invalid. Use an integer ranging from 1 to 100.")
                    : error;
        }
    }
}

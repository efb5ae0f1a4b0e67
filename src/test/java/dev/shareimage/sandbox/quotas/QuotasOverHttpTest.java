package dev.shareimage.sandbox.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of Quota Center as documented. */
class QuotasOverHttpTest {

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void the_quota_of_image_accounts_has_its_documented_code() {
        RpcAnswer answer = cloud.owner.post(
                SandboxOverHttp.QUOTAS,
                "GetProductQuota",
                "ProductCode",
                "ecs",
                "QuotaActionCode",
                "q_user-per-image-shared-user-count",
                "Dimensions.1.Key",
                "regionId",
                "Dimensions.1.Value",
                "cn-beijing");

        assertThat(answer.json().at("/Quota/TotalQuota").intValue()).isEqualTo(50);
        assertThat(answer.json().at("/Quota/Dimensions")).hasToString("{\"regionId\":\"cn-beijing\"}");
    }

    @Test
    void quotas_are_sorted_in_one_of_two_orders() {
        List<Integer> ascending = totals("Ascending");
        List<Integer> descending = totals("Descending");

        assertThat(ascending).isSortedAccordingTo(Comparator.naturalOrder()).contains(50, 100);
        Collections.reverse(ascending);
        assertThat(descending).isEqualTo(ascending);
        assertThat(list("SortOrder", "up").outcome()).isEqualTo("400 InvalidSortOrder");
    }

    private List<Integer> totals(String order) {
        List<Integer> totals = new ArrayList<>();
        list("SortField", "TOTAL", "SortOrder", order)
                .json()
                .findValues("TotalQuota")
                .forEach(total -> totals.add(total.intValue()));
        return totals;
    }

    private RpcAnswer list(String... parameters) {
        List<String> all = new ArrayList<>(List.of("ProductCode", "ecs", "MaxResults", "100"));
        all.addAll(List.of(parameters));
        return cloud.owner.post(SandboxOverHttp.QUOTAS, "ListProductQuotas", all.toArray(String[]::new));
    }
}

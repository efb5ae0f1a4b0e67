package dev.shareimage.sandbox.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.world.Quota;
import org.junit.jupiter.api.Test;

class QuotasApiTest {

    private static final String CODE = "q_user-per-image-shared-user-count";

    private final Cloud cloud = new Cloud(new QuotasApi());

    @Test
    void the_quota_of_image_accounts_is_found_by_name_on_a_later_page() throws ApiError {
        ObjectNode first = cloud.call(Cloud.OWNER, "ListProductQuotas", "ProductCode", "ecs");
        ObjectNode second = cloud.call(
                Cloud.OWNER,
                "ListProductQuotas",
                "ProductCode",
                "ecs",
                "NextToken",
                first.get("NextToken").asText());

        assertThat(first.get("Quotas")).hasSize(30);
        assertThat(first.get("TotalCount").asInt()).isEqualTo(35);
        assertThat(second.has("NextToken")).isFalse();
        assertThat(first.findValuesAsText("QuotaName"))
                .doesNotContain("Maximum Number of Accounts to Which an Image Can Be Shared");
        assertThat(second.findValuesAsText("QuotaName"))
                .contains("Maximum Number of Accounts to Which an Image Can Be Shared");
    }

    @Test
    void an_own_quota_of_a_region_comes_before_everybodys() throws ApiError {
        cloud.world.quotas().put(new Quota(Cloud.OWNER, "cn-hongkong", "ecs", CODE, "Mine", "Mine", "Count", 77));

        assertThat(total(Cloud.OWNER, "cn-hongkong")).isEqualTo(77);
        assertThat(total(Cloud.OWNER, "cn-beijing")).isEqualTo(50);
        assertThat(total(Cloud.RECIPIENT, "cn-hongkong")).isEqualTo(50);
        assertThat(QuotaLimits.sharedImageUsers(cloud.world, "cn-hongkong", Cloud.OWNER))
                .isEqualTo(77);
    }

    @Test
    void refuses_in_its_own_words() {
        assertThat(cloud.outcome(Cloud.OWNER, "ListProductQuotas", "ProductCode", "ecs", "MaxResults", "101"))
                .isEqualTo("400 INVALID.MAX.RESULTS");
        assertThat(cloud.outcome(Cloud.OWNER, "ListProductQuotas", "ProductCode", "ecs", "NextToken", "x"))
                .isEqualTo("400 InvalidParameter.NextToken");
        assertThat(cloud.outcome(Cloud.OWNER, "GetProductQuota", "ProductCode", "ecs", "QuotaActionCode", "q_none"))
                .isEqualTo("404 QUOTA.NOT.FOUND");
    }

    private int total(String accountId, String region) throws ApiError {
        return cloud.call(
                        accountId,
                        "GetProductQuota",
                        "ProductCode",
                        "ecs",
                        "QuotaActionCode",
                        CODE,
                        "Dimensions.1.Key",
                        "regionId",
                        "Dimensions.1.Value",
                        region)
                .at("/Quota/TotalQuota")
                .asInt();
    }
}

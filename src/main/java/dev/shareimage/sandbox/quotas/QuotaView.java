package dev.shareimage.sandbox.quotas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.world.Quota;

/** A quota as answers show it. */
final class QuotaView {

    private QuotaView() {}

    static void describe(ObjectNode node, Quota quota, String regionId) {
        node.put("ProductCode", quota.product())
                .put("QuotaActionCode", quota.code())
                .put("QuotaName", quota.name())
                .put("QuotaDescription", quota.description())
                .put("QuotaCategory", "CommonQuota")
                .put("QuotaType", "normal")
                .put("QuotaUnit", quota.unit())
                .put("TotalQuota", (double) quota.total())
                .put("TotalUsage", 0.0)
                .put("Adjustable", true)
                .put("Consumable", false)
                .put("GlobalQuota", false)
                .put("ApplicableType", "continuous");
        node.putObject("Dimensions").put("regionId", regionId);
        node.putArray("QuotaItems");
    }
}

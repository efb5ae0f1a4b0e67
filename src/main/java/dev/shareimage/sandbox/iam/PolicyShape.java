package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.world.RamPolicy;
import java.time.temporal.ChronoUnit;

/** A policy as answers show it. */
final class PolicyShape {

    private PolicyShape() {}

    static ObjectNode of(RamPolicy policy) {
        return created(policy)
                .put(
                        "UpdateDate",
                        policy.updated().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The answer to {@code CreatePolicy} lacks the date of the last change. */
    static ObjectNode created(RamPolicy policy) {
        return RamApi.empty()
                .put("PolicyName", policy.name())
                .put("PolicyType", policy.type())
                .put("Description", policy.description() == null ? "" : policy.description())
                .put("DefaultVersion", "v1")
                .put(
                        "CreateDate",
                        policy.created().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    static ObjectNode version(RamPolicy policy) {
        return RamApi.empty()
                .put("VersionId", "v1")
                .put("IsDefaultVersion", true)
                .put("PolicyDocument", policy.document())
                .put(
                        "CreateDate",
                        policy.updated().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}

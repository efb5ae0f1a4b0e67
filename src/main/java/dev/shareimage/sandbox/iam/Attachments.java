package dev.shareimage.sandbox.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamPolicy;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The list of policies on a user or a role. */
final class Attachments {

    private Attachments() {}

    /**
     * @param kind {@code Role} or {@code User}
     */
    static List<PolicyAttachment> with(Call call, List<PolicyAttachment> present, String kind) throws ApiError {
        String type = RamNames.policyType(call.parameters());
        String name = RamNames.policy(call.parameters());
        PolicyActions.get(call, type, name);
        if (present.stream().anyMatch(attachment -> attachment.is(type, name))) {
            throw RamError.alreadyExists(kind + ".Policy", name);
        }
        List<PolicyAttachment> attachments = new ArrayList<>(present);
        attachments.add(new PolicyAttachment(type, name, call.now()));
        return attachments;
    }

    static List<PolicyAttachment> without(Call call, List<PolicyAttachment> present, String kind) throws ApiError {
        String type = RamNames.policyType(call.parameters());
        String name = RamNames.policy(call.parameters());
        List<PolicyAttachment> attachments = without(present, type, name);
        if (attachments.size() == present.size()) {
            throw RamError.notExist(kind + ".Policy", name);
        }
        return attachments;
    }

    static List<PolicyAttachment> without(List<PolicyAttachment> present, String type, String name) {
        return present.stream().filter(attachment -> !attachment.is(type, name)).toList();
    }

    static ObjectNode list(Call call, List<PolicyAttachment> attachments) {
        return MarkerPages.wrapped(attachments, "Policies", "Policy", attachment -> shape(call, attachment));
    }

    private static ObjectNode shape(Call call, PolicyAttachment attachment) {
        String description = PolicyActions.find(call, attachment.type(), attachment.name())
                .map(RamPolicy::description)
                .orElse("");
        return RamApi.empty()
                .put("PolicyName", attachment.name())
                .put("PolicyType", attachment.type())
                .put("Description", description)
                .put("DefaultVersion", "v1")
                .put(
                        "AttachDate",
                        attachment.attached().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}

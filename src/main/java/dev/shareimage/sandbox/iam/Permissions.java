package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.world.PolicyAttachment;
import dev.shareimage.sandbox.world.RamPolicy;
import dev.shareimage.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The permissions from the policies that are attached to a user or a role. */
public final class Permissions {

    private Permissions() {}

    /**
     * Evaluates the attached policies, as {@link PolicyEvaluator#judge} does.
     *
     * @param accountId the account of the custom policies
     */
    public static PolicyDecision judge(
            World world,
            String accountId,
            List<PolicyAttachment> attachments,
            String action,
            String resource,
            Map<String, String> context) {
        List<PolicyDocument> documents = new ArrayList<>();
        for (PolicyAttachment attachment : attachments) {
            world.policies()
                    .find(owner(accountId, attachment.type()), attachment.name())
                    .ifPresent(policy -> add(policy.document(), documents));
        }
        return PolicyEvaluator.judge(documents, action, resource, context);
    }

    /** The account under which the world keeps policies of a type. */
    static String owner(String accountId, String policyType) {
        return policyType.equals("System") ? RamPolicy.SYSTEM_OWNER : accountId;
    }

    static void add(String document, List<PolicyDocument> documents) {
        try {
            documents.add(PolicyDocument.parse(document));
        } catch (MalformedPolicyException grantsNothing) {
            // An unreadable policy is refused when it is written. In a hand-made world it permits nothing.
        }
    }
}

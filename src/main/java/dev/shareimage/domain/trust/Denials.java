package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import java.util.Collection;
import java.util.Optional;

/** Removes accounts from the statements that deny them the key. */
public final class Denials {

    private Denials() {}

    /**
     * The policy that trusts these targets, without the denials that name them; everything else stays.
     *
     * @return empty if a wider or unclear denial remains
     */
    public static Optional<TrustPolicy> lift(
            TrustPolicy policy, Collection<? extends ShareTarget> targets, DirectoryMembers membership) {
        ObjectNode document = policy.document().deepCopy();
        ArrayNode rest = Json.array();
        for (JsonNode statement : document.path("Statement")) {
            without(statement, targets).ifPresent(rest::add);
        }
        document.set("Statement", rest);
        try {
            TrustPolicy lifted = TrustPolicy.parse(Json.write(document)).with(targets, membership);
            boolean trusted =
                    targets.stream().allMatch(target -> lifted.decide(target, membership) == TrustDecision.TRUSTED);
            return trusted ? Optional.of(lifted) : Optional.empty();
        } catch (TrustPolicyException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> without(JsonNode node, Collection<? extends ShareTarget> targets) {
        Statement statement = new Statement(node);
        return statement.hasEffect("Deny") == Extent.ALL
                ? StatementEditor.removeServices(statement, Principals.of(targets))
                : Optional.of(node);
    }
}

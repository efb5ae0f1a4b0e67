package dev.shareimage.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.verify.LaunchSpec;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.check.CheckStatus;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The policy for recipients allows exactly what {@code verify} and a launch need. */
class RecipientPermissionsTest {

    private static final String ACCOUNT = "2000000000000002";

    private record Outcome(Set<String> called, List<String> complaints) {}

    @Test
    void recipients_can_verify_everything_and_miss_whatever_is_taken_out() throws CloudException {
        RamPolicy policy = RamPolicy.of(
                Persona.RECIPIENT,
                new Scope(
                        Optional.of(LiveCloud.HONGKONG), Optional.of(new AccountId(ACCOUNT)), List.of(Feature.IMAGE)));
        Outcome whole = run(policy.document());

        assertThat(whole.complaints()).isEmpty();
        assertThat(whole.called()).containsExactlyElementsOf(called(policy));
        for (String action : called(policy)) {
            assertThat(run(without(policy.document(), action)).complaints())
                    .as("complaints without %s", action)
                    .isNotEmpty()
                    .anySatisfy(complaint -> assertThat(complaint).contains(action));
        }
    }

    /** The vendor's documentation names it beside {@code RunInstances}, but no call of the program needs it. */
    private static List<String> called(RamPolicy policy) {
        return policy.actions().stream()
                .filter(action -> !action.equals("ecs:CreateInstance"))
                .toList();
    }

    private Outcome run(ObjectNode document) throws CloudException {
        try (LiveCloud cloud = new LiveCloud()) {
            share(cloud);
            int before = cloud.requests();
            List<String> complaints = complaints(cloud.user(ACCOUNT, Json.write(document)));
            return new Outcome(new TreeSet<>(cloud.permissionsAskedAfter(before)), complaints);
        }
    }

    private static void share(LiveCloud cloud) throws CloudException {
        cloud.owner()
                .share(new ShareRequest(
                        LiveCloud.HONGKONG,
                        List.of(Feature.IMAGE),
                        TargetQuery.ofAccounts(List.of(new AccountId(ACCOUNT))),
                        List.of(),
                        false,
                        true))
                .apply(Progress.SILENT);
    }

    private static List<String> complaints(ShareService service) throws CloudException {
        List<String> complaints = new ArrayList<>();
        try {
            ReceivedListing listing = service.received(List.of(LiveCloud.HONGKONG));
            complaints.addAll(listing.notes());
        } catch (CloudException e) {
            complaints.add(e.missingAction().orElseThrow());
        }
        Verification verification = service.verify(new VerifyRequest(
                LiveCloud.HONGKONG,
                List.of(Feature.IMAGE),
                Optional.empty(),
                LaunchSpec.of(List.of(LaunchSpec.pair("type=ecs.g7.large"))),
                true,
                false,
                UnaryOperator.identity(),
                List.of()));
        verification.checks().stream()
                .map(check -> check.finding())
                .filter(finding -> finding.status() != CheckStatus.PASS)
                .forEach(finding -> complaints.add(finding.message()));
        return complaints;
    }

    private static ObjectNode without(ObjectNode document, String action) {
        ObjectNode copy = document.deepCopy();
        ArrayNode statements = Json.array();
        for (JsonNode statement : copy.path("Statement")) {
            ArrayNode rest = Json.array();
            statement.path("Action").forEach(node -> {
                if (!node.asText().equals(action)) {
                    rest.add(node);
                }
            });
            if (!rest.isEmpty()) {
                ((ObjectNode) statement).set("Action", rest);
                statements.add(statement);
            }
        }
        copy.set("Statement", statements);
        return copy;
    }
}

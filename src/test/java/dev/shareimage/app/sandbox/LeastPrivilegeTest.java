package dev.shareimage.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import dev.shareimage.sandbox.RpcClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The printed policies allow exactly what a persona needs. */
class LeastPrivilegeTest {

    private static final Set<Feature> OF_PUBLISHERS = EnumSet.of(
            Feature.SHARE_WITH_A_FOLDER_BY_ITS_ID,
            Feature.SHARE_WITH_ACCOUNTS,
            Feature.SHARE_A_COPY_IN_ANOTHER_REGION,
            Feature.SHARE_WITH_THE_OWN_DIRECTORY,
            Feature.SHARE_WITH_ANOTHER_FOLDER,
            Feature.TAKE_AN_IMAGE_FROM_ACCOUNTS,
            Feature.TAKE_AN_IMAGE_FROM_A_FOLDER,
            Feature.LIST_SHARES,
            Feature.EXAMINE,
            Feature.APPLY_A_MANIFEST,
            Feature.EXPORT);

    /** The result of a feature: the called actions and the complaints. */
    private record Outcome(Set<String> called, List<String> complaints) {}

    @Test
    void operators_can_do_everything_and_miss_whatever_is_taken_out() throws CloudException {
        Map<Feature, Set<String>> needs = needs(Persona.OPERATOR, EnumSet.allOf(Feature.class), true);

        assertThat(text(needs)).isEqualTo(table("operator"));
        assertThat(union(needs)).containsExactlyElementsOf(actions(Persona.OPERATOR));
    }

    @Test
    void publishers_can_share_what_is_set_up_and_miss_whatever_is_taken_out() throws CloudException {
        Map<Feature, Set<String>> needs = needs(Persona.PUBLISHER, OF_PUBLISHERS, false);

        assertThat(text(needs)).isEqualTo(table("publisher"));
        assertThat(union(needs)).containsExactlyElementsOf(actions(Persona.PUBLISHER));
    }

    @Test
    void recipients_can_find_and_launch_and_need_both_permissions() throws CloudException {
        RamPolicy policy = RamPolicy.of(
                Persona.RECIPIENT,
                new Scope(Optional.of(LiveCloud.HONGKONG), Optional.of(new AccountId("3000000000000001")), List.of()));

        assertThat(launch(policy.document())).containsExactly("200", "400 DryRunOperation");
        assertThat(launch(without(policy.document(), "ecs:DescribeImages")))
                .containsExactly("403 Forbidden.RAM", "400 DryRunOperation");
        assertThat(launch(without(policy.document(), "ecs:RunInstances"))).containsExactly("200", "403 Forbidden.RAM");
    }

    private List<String> launch(JsonNode document) throws CloudException {
        try (LiveCloud cloud = new LiveCloud()) {
            Feature.SHARE_WITH_ACCOUNTS.run(cloud.owner(), true);
            cloud.user("3000000000000001", Json.write(document));
            RpcClient client = cloud.rpc();
            return List.of(
                    client.ecs("DescribeImages", "RegionId", "cn-hongkong", "ImageOwnerAlias", "others")
                            .outcome(),
                    client.launch("cn-hongkong", Feature.IMAGE.value()).outcome());
        }
    }

    /** For each feature, the actions whose absence it reports. */
    private Map<Feature, Set<String>> needs(Persona persona, Set<Feature> features, boolean setup)
            throws CloudException {
        Map<Feature, Set<String>> needs = new EnumMap<>(Feature.class);
        for (Feature feature : features) {
            RamPolicy policy = policy(persona, feature);
            Outcome whole = run(feature, policy.document(), setup);
            assertThat(whole.complaints())
                    .as("complaints of %s with the whole policy", feature)
                    .isEqualTo(tolerated(feature, setup));
            needs.put(feature, new TreeSet<>());
            for (String action : whole.called()) {
                List<String> complaints = new ArrayList<>(
                        run(feature, without(policy.document(), action), setup).complaints());
                complaints.removeAll(whole.complaints());
                assertThat(complaints)
                        .as("complaints of %s without %s", feature, action)
                        .allSatisfy(complaint -> assertThat(complaint).contains(action));
                if (!complaints.isEmpty()) {
                    needs.get(feature).add(action);
                }
            }
        }
        return needs;
    }

    /** Complaints that the root account also gets, although it has all permissions. */
    private List<String> tolerated(Feature feature, boolean setup) throws CloudException {
        try (LiveCloud cloud = new LiveCloud()) {
            feature.prepare(cloud.owner());
            boolean managed = feature.account().equals(LiveCloud.MANAGER);
            return feature.run(managed ? cloud.manager() : cloud.owner(), setup);
        }
    }

    private static List<String> actions(Persona persona) {
        return RamPolicy.of(persona, Scope.NONE).actions();
    }

    private static Set<String> union(Map<Feature, Set<String>> needs) {
        Set<String> union = new TreeSet<>();
        needs.values().forEach(union::addAll);
        return union;
    }

    /** The actions that each feature needs, as reviewed. */
    private static String table(String persona) {
        try (InputStream stream = LeastPrivilegeTest.class.getResourceAsStream(persona + "-needs.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<Feature, Set<String>> needs) {
        return needs.entrySet().stream()
                .map(entry -> entry.getKey() + "\n    " + String.join("\n    ", entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private Outcome run(Feature feature, JsonNode document, boolean setup) throws CloudException {
        try (LiveCloud cloud = new LiveCloud()) {
            feature.prepare(cloud.owner());
            int before = cloud.requests();
            List<String> complaints;
            try {
                complaints = feature.run(cloud.user(feature.account(), Json.write(document)), setup);
            } catch (CloudException e) {
                assertThat(e.kind()).isEqualTo(CloudException.Kind.NOT_PERMITTED);
                complaints = List.of(e.missingAction().orElseThrow());
            }
            return new Outcome(cloud.permissionsAskedAfter(before), complaints);
        }
    }

    /**
     * The policy is as narrow as the command's options, with two exceptions: pruning reads other regions, and copies
     * are in another region under an unknown id.
     */
    private static RamPolicy policy(Persona persona, Feature feature) {
        boolean copies = feature == Feature.SHARE_A_COPY_IN_ANOTHER_REGION;
        Optional<RegionId> region =
                persona == Persona.OPERATOR || copies ? Optional.empty() : Optional.of(LiveCloud.HONGKONG);
        return RamPolicy.of(
                persona,
                new Scope(
                        region,
                        Optional.of(new AccountId(feature.account())),
                        copies ? List.of() : List.of(feature.image())));
    }

    private static ObjectNode without(ObjectNode document, String action) {
        ObjectNode copy = document.deepCopy();
        for (JsonNode statement : copy.path("Statement")) {
            List<JsonNode> rest = new ArrayList<>();
            statement.path("Action").forEach(node -> {
                if (!node.asText().equals(action)) {
                    rest.add(node);
                }
            });
            ArrayNode actions = ((ObjectNode) statement).putArray("Action");
            rest.forEach(actions::add);
        }
        ArrayNode statements = Json.array();
        copy.path("Statement").forEach(statement -> {
            if (!statement.path("Action").isEmpty()) {
                statements.add(statement);
            }
        });
        copy.set("Statement", statements);
        return copy;
    }
}

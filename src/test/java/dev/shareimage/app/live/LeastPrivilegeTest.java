package dev.shareimage.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.permission.Duty;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import dev.shareimage.sandbox.RpcClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policies that the program prints permit what a duty needs, and nothing that it does not. */
class LeastPrivilegeTest {

    private static final Set<Feature> OF_PUBLISHERS = EnumSet.of(
            Feature.SHARE_WITH_ACCOUNTS,
            Feature.SHARE_WITH_THE_OWN_DIRECTORY,
            Feature.SHARE_WITH_ANOTHER_FOLDER,
            Feature.TAKE_AN_IMAGE_FROM_ACCOUNTS,
            Feature.TAKE_AN_IMAGE_FROM_A_FOLDER,
            Feature.LIST_SHARES,
            Feature.EXAMINE,
            Feature.APPLY_A_MANIFEST,
            Feature.EXPORT);

    @TempDir
    Path home;

    /** What came of a feature: which actions were called, and what was complained about. */
    private record Outcome(Set<String> called, List<String> complaints) {}

    @ParameterizedTest
    @EnumSource(Feature.class)
    void operatorsCanDoEverythingAndMissWhateverIsTakenOut(Feature feature) throws CloudException {
        RamPolicy policy = policy(Duty.OPERATOR, feature);

        Outcome whole = run(feature, policy.document(), true);

        assertThat(whole.complaints()).isEmpty();
        assertThat(policy.actions()).containsAll(whole.called());
        assertThatEachIsMissed(feature, policy, whole.called(), true);
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void publishersCanShareWhatIsSetUpAndMissWhateverIsTakenOut(Feature feature) throws CloudException {
        if (!OF_PUBLISHERS.contains(feature)) {
            return;
        }
        RamPolicy policy = policy(Duty.PUBLISHER, feature);

        Outcome whole = run(feature, policy.document(), false);

        assertThat(whole.complaints()).allSatisfy(complaint -> assertThat(complaint).contains("ram:"));
        Set<String> called = new TreeSet<>(whole.called());
        called.removeIf(action -> action.startsWith("ram:"));
        assertThat(policy.actions()).containsAll(called);
        assertThatEachIsMissed(feature, policy, called, false);
    }

    @Test
    void operatorsMayDoNothingElse() throws CloudException {
        assertThat(called(Duty.OPERATOR, EnumSet.allOf(Feature.class), true))
                .containsExactlyElementsOf(RamPolicy.of(Duty.OPERATOR, Scope.NONE).actions());
    }

    @Test
    void publishersMayDoNothingElseButLookFoldersUp() throws CloudException {
        Set<String> called = called(Duty.PUBLISHER, OF_PUBLISHERS, false);
        called.removeIf(action -> action.startsWith("ram:"));
        called.add("resourcemanager:GetFolder");

        assertThat(called)
                .containsExactlyElementsOf(
                        RamPolicy.of(Duty.PUBLISHER, Scope.NONE).actions());
    }

    @Test
    void recipientsCanFindAndLaunchAndNeedBothPermissions() throws CloudException {
        RamPolicy policy = RamPolicy.of(
                Duty.RECIPIENT,
                new Scope(Optional.of(LiveCloud.HONGKONG), Optional.of(new AccountId("3000000000000001")), List.of()));

        assertThat(launch(policy.document())).containsExactly("200", "400 DryRunOperation");
        assertThat(launch(without(policy.document(), "ecs:DescribeImages")))
                .containsExactly("403 Forbidden.RAM", "400 DryRunOperation");
        assertThat(launch(without(policy.document(), "ecs:RunInstances")))
                .containsExactly("200", "403 Forbidden.RAM");
    }

    private List<String> launch(JsonNode document) throws CloudException {
        try (LiveCloud cloud = new LiveCloud(home)) {
            Feature.SHARE_WITH_ACCOUNTS.run(cloud.owner(), true);
            cloud.user("3000000000000001", Json.write(document));
            RpcClient client = cloud.rpc();
            return List.of(
                    client.ecs("DescribeImages", "RegionId", "cn-hongkong", "ImageOwnerAlias", "others").outcome(),
                    client.ecs(
                                    "RunInstances",
                                    "RegionId",
                                    "cn-hongkong",
                                    "ImageId",
                                    Feature.IMAGE.value(),
                                    "InstanceType",
                                    "ecs.g6.large",
                                    "SystemDisk.Encrypted",
                                    "true",
                                    "DryRun",
                                    "true")
                            .outcome());
        }
    }

    private Set<String> called(Duty duty, Set<Feature> features, boolean setup) throws CloudException {
        Set<String> called = new TreeSet<>();
        for (Feature feature : features) {
            called.addAll(run(feature, policy(duty, feature).document(), setup).called());
        }
        return called;
    }

    private void assertThatEachIsMissed(Feature feature, RamPolicy policy, Set<String> called, boolean setup)
            throws CloudException {
        for (String action : called) {
            assertThat(run(feature, without(policy.document(), action), setup).complaints())
                    .as("complaints without %s", action)
                    .anySatisfy(complaint -> assertThat(complaint).contains(action));
        }
    }

    private Outcome run(Feature feature, JsonNode document, boolean setup) throws CloudException {
        try (LiveCloud cloud = new LiveCloud(home)) {
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

    /** As narrow as the options of the command make it, but for the region that pruning has to look beyond. */
    private static RamPolicy policy(Duty duty, Feature feature) {
        Optional<RegionId> region = duty == Duty.OPERATOR ? Optional.empty() : Optional.of(LiveCloud.HONGKONG);
        return RamPolicy.of(
                duty, new Scope(region, Optional.of(new AccountId(feature.account())), List.of(Feature.IMAGE)));
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

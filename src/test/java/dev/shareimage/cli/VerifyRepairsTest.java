package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.world.KmsKey;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each way in which a share can be broken, {@code verify} names the cause and who repairs it; a launch agrees before and
 * after the repair that it prints.
 */
class VerifyRepairsTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String OWN_KEY = "key-hk0own0000000000002";
    private static final String SHARING_ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String OWN_ROLE = "AliyunECSDiskEncryptDefaultRole";
    private static final String KMS = "2016-01-20";
    private static final String PASSES = "400 DryRunOperation";

    private static final String FOLDER = "rd-sbx001/r-root01/fd-products01/fd-japan00001";

    @TempDir
    Path home;

    /**
     * A way to break a share.
     *
     * @param alone what the recipient alone is told, as {@code check (who)}
     * @param together what both sides together are told besides
     */
    record Break(String name, Consumer<BothSides> cause, String alone, String together) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Break> of_the_owner() {
        return Stream.of(
                new Break(
                        "image not shared",
                        sides ->
                                sides.owner("unshare", "--image-id", BothSides.IMAGE, "--accounts", RECIPIENT, "--yes"),
                        "image-visible (owner)",
                        "image-shared (owner)"),
                new Break(
                        "trust missing",
                        sides -> sides.owner("set-trust", "--remove", "--accounts", RECIPIENT, "--yes"),
                        "dry-run-copy (owner)",
                        "trust (owner)"),
                new Break(
                        "role missing",
                        sides -> {
                            policy(sides.ownerClient(), "DetachPolicyFromRole", SHARING_ROLE, "AliyunKMSFullAccess");
                            ok(sides.ownerClient()
                                    .ram("DeleteRole", "RoleName", SHARING_ROLE)
                                    .outcome());
                        },
                        "dry-run-copy (owner)",
                        "role (owner)"),
                new Break(
                        "policy missing",
                        sides -> policy(
                                sides.ownerClient(), "DetachPolicyFromRole", SHARING_ROLE, "AliyunKMSFullAccess"),
                        "dry-run-copy (owner)",
                        "policy (owner)"),
                new Break(
                        "owner's key disabled",
                        sides -> key(sides.ownerClient(), "DisableKey", "key-hk0cmk0000000000001"),
                        "dry-run-copy (owner)",
                        "key-enabled (owner)"),
                new Break(
                        "owner's key in deletion",
                        sides -> sides.change(world -> world.keys()
                                .find(BothSides.REGION, "key-hk0cmk0000000000001")
                                .map(key -> key.deletedAt(key.created().plusSeconds(100_000_000)))
                                .ifPresent(world.keys()::put)),
                        "dry-run-copy (owner)",
                        "key-enabled (owner)"),
                new Break(
                        "owner's key untagged",
                        sides -> untag(sides.ownerClient(), "key-hk0cmk0000000000001"),
                        "dry-run-copy (owner)",
                        "key-tagged (owner)"));
    }

    @ParameterizedTest
    @MethodSource("of_the_owner")
    void the_recipient_is_told_that_the_owner_has_to_repair_it(Break broken) {
        try (BothSides sides = shared(RECIPIENT)) {
            broken.cause().accept(sides);
            CommandLineRun.Outcome outcome = verify(sides);

            assertThat(BothSides.failed(outcome)).as(outcome.err()).containsExactly(broken.alone());
            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-b")).isNotEqualTo(PASSES);
            sides.repair(outcome);
            passes(sides, OWN_KEY);
        }
    }

    @ParameterizedTest
    @MethodSource("of_the_owner")
    void both_sides_together_are_told_the_one_cause(Break broken) {
        try (BothSides sides = shared(RECIPIENT)) {
            broken.cause().accept(sides);
            CommandLineRun.Outcome outcome = bothSides(sides);

            assertThat(BothSides.failed(outcome).get(0)).as(outcome.out()).isEqualTo(broken.together());
            assertThat(BothSides.failed(outcome)).allMatch(check -> check.endsWith("(owner)"));
            sides.repair(outcome);
            assertThat(bothSides(sides).exitCode()).isZero();
            passes(sides, OWN_KEY);
        }
    }

    @Test
    void a_denial_is_told_apart_only_with_the_owners_half_and_taken_out_by_hand() {
        try (BothSides sides = shared(RECIPIENT)) {
            String allow = statement("Allow");
            trust(sides, statement("Deny") + "," + allow);

            assertThat(BothSides.failed(verify(sides))).containsExactly("dry-run-copy (owner)");
            CommandLineRun.Outcome outcome = bothSides(sides);
            assertThat(BothSides.failed(outcome)).containsExactly("trust (owner)", "dry-run-copy (owner)");
            assertThat(outcome.out()).contains("Effect Deny");
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-b")).isNotEqualTo(PASSES);
            trust(sides, allow);
            passes(sides, OWN_KEY);
        }
    }

    static Stream<Break> of_the_recipient() {
        return Stream.of(
                new Break("role missing", sides -> {}, "own-role (recipient)", "2000000000000003"),
                new Break("key untagged", sides -> {}, "own-key-tagged (recipient)", "2000000000000004"),
                new Break("key disabled", sides -> {}, "own-key-enabled (recipient)", "2000000000000005"),
                new Break("key in deletion", sides -> {}, "own-key-enabled (recipient)", "2000000000000006"),
                new Break(
                        "key missing",
                        sides -> sides.change(world -> world.keys().stream()
                                .filter(key -> key.accountId().equals(RECIPIENT))
                                .toList()
                                .forEach(world.keys()::remove)),
                        "own-key (recipient)",
                        RECIPIENT),
                new Break(
                        "key of another kind",
                        sides -> sides.change(world -> world.keys().stream()
                                .filter(key -> key.accountId().equals(RECIPIENT))
                                .filter(key -> key.spec().equals(KmsKey.DEFAULT_SPEC))
                                .toList()
                                .forEach(world.keys()::remove)),
                        "own-key-spec (recipient)",
                        RECIPIENT),
                new Break(
                        "role without policy",
                        sides -> policy(
                                sides.recipientClient(),
                                "DetachPolicyFromRole",
                                OWN_ROLE,
                                "AliyunECSDiskEncryptRolePolicy"),
                        "own-role-policy (recipient)",
                        RECIPIENT),
                new Break(
                        "role trusts somebody else",
                        sides -> ok(sides.recipientClient()
                                .ram(
                                        "UpdateRole",
                                        "RoleName",
                                        OWN_ROLE,
                                        "NewAssumeRolePolicyDocument",
                                        "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                                                + "\"sts:AssumeRole\",\"Principal\":{\"Service\":"
                                                + "[\"rds.aliyuncs.com\"]}}]}")
                                .outcome()),
                        "own-role-trust (recipient)",
                        RECIPIENT));
    }

    @ParameterizedTest
    @MethodSource("of_the_recipient")
    void the_recipient_repairs_their_own(Break broken) {
        try (BothSides sides = shared(broken.together())) {
            broken.cause().accept(sides);
            CommandLineRun.Outcome outcome = verify(sides);

            assertThat(BothSides.failed(outcome)).as(outcome.out()).containsExactly(broken.alone());
            assertThat(outcome.exitCode()).isEqualTo(3);
            sides.repair(outcome);
            passes(sides, null);
        }
    }

    @Test
    void a_key_service_that_is_not_activated_is_activated() {
        try (BothSides sides = shared("2000000000000030")) {
            CommandLineRun.Outcome outcome = verify(sides);

            assertThat(BothSides.failed(outcome))
                    .containsExactly("kms-opened (recipient)", "own-key (recipient)", "own-role (recipient)");
            assertThat(sides.launch("", "cn-hongkong-b")).isEqualTo("400 InvalidParameter.KmsNotEnabled");
            sides.repair(outcome);
            passes(sides, null);
        }
    }

    @Test
    void a_zone_that_does_not_encrypt_is_named_and_another_one_will_do() {
        try (BothSides sides = shared(RECIPIENT)) {
            CommandLineRun.Outcome outcome = verify(sides, "--launch", "type=ecs.g7.large,zone=cn-hongkong-d");

            assertThat(BothSides.failed(outcome)).containsExactly("zones (recipient)");
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-d")).isEqualTo("400 NotSupportSnapshotEncrypted.ZoneId");
            assertThat(verify(sides, "--launch", "type=ecs.g7.large,zone=cn-hongkong-b")
                            .exitCode())
                    .isZero();
        }
    }

    @Test
    void a_user_who_may_not_launch_is_told_the_permission() {
        try (BothSides sides = shared(RECIPIENT).asUser("onlooker")) {
            CommandLineRun.Outcome outcome =
                    verify(sides, "--kms-key", OWN_KEY, "--launch", "type=ecs.g7.large,zone=cn-hongkong-b");

            assertThat(BothSides.failed(outcome))
                    .containsExactly("permissions (recipient)", "dry-run-launch (recipient)");
            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.out()).contains("ecs:RunInstances");
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-b")).isEqualTo("403 Forbidden.RAM");
            permit(sides, "onlooker");
            passes(sides, OWN_KEY);
        }
    }

    @Test
    void commands_of_the_owner_send_a_recipient_to_verify_and_advise_no_role_in_the_wrong_account() {
        try (BothSides sides = shared(RECIPIENT)) {
            CommandLineRun.Outcome doctor = sides.recipient("doctor", "--image-id", BothSides.IMAGE, "-o", "tsv");
            CommandLineRun.Outcome list = sides.recipient("list-shares");
            CommandLineRun.Outcome listed = sides.recipient("list-shares", "--image-id", BothSides.IMAGE);

            assertThat(doctor.exitCode()).isEqualTo(3);
            assertThat(doctor.out() + doctor.err())
                    .contains("image-owner", "share-image verify")
                    .doesNotContain("create-role", SHARING_ROLE);
            assertThat(list.err()).contains("no images of its own in cn-hongkong", "share-image verify");
            assertThat(listed.exitCode()).isEqualTo(3);
            assertThat(listed.err()).contains("not yours", "share-image verify");
        }
    }

    @Test
    void a_recipient_who_asks_the_doctor_is_sent_to_verify_whatever_they_ask() {
        try (BothSides sides = new BothSides(home, RECIPIENT)) {
            CommandLineRun.Outcome unseen = sides.recipient(
                    "doctor", "--image-id", BothSides.IMAGE, "--accounts", "2000000000000003", "-o", "tsv");
            CommandLineRun.Outcome bare = sides.recipient("doctor", "-o", "tsv");

            assertThat(unseen.exitCode()).isEqualTo(3);
            assertThat(unseen.out()).contains("share-image verify").doesNotContain("create-role", SHARING_ROLE);
            assertThat(bare.exitCode()).isZero();
            assertThat(bare.out())
                    .contains("role " + SHARING_ROLE + " is missing; an account needs it to share encrypted images of")
                    .contains("to use images that others share with you, you need share-image verify");
        }
    }

    @Test
    void what_has_come_is_listed_with_the_way_by_which_it_came() {
        try (BothSides sides = shared(RECIPIENT)) {
            sides.owner("share", "--image-id", "m-hk0expiring00000001", "--folder", FOLDER, "--yes");
            CommandLineRun.Outcome outcome = sides.recipient("verify", "-o", "json");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(BothSides.json(outcome).path("images").valueStream())
                    .anySatisfy(image -> {
                        assertThat(image.path("imageId").asText()).isEqualTo(BothSides.IMAGE);
                        assertThat(image.path("owner").asText()).isEqualTo("1000000000000001");
                        assertThat(image.path("through").asText()).isEqualTo("account");
                        assertThat(image.path("since").isNull()).isTrue();
                    })
                    .anySatisfy(image -> {
                        assertThat(image.path("through").asText()).isEqualTo("resource-share");
                        assertThat(image.path("resourceShareId").asText()).startsWith("rs-");
                        assertThat(image.path("since").asText()).startsWith("20");
                    });
        }
    }

    @Test
    void an_association_that_failed_is_told_with_the_owners_half_and_repeated() {
        try (BothSides sides = new BothSides(home, RECIPIENT)) {
            sides.change(world -> world.setSettings(world.settings().withAssociations(0, "Unavailable")));
            sides.owner("share", "--image-id", BothSides.IMAGE, "--folder", FOLDER, "--yes");
            sides.change(world -> world.setSettings(world.settings().withAssociations(0, null)));

            assertThat(BothSides.failed(verify(sides))).containsExactly("image-visible (owner)");
            CommandLineRun.Outcome outcome = bothSides(sides);
            assertThat(BothSides.failed(outcome)).containsExactly("image-shared (owner)", "image-visible (owner)");
            assertThat(outcome.out()).contains("fd-japan00001", "has failed");
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-b")).isEqualTo("404 InvalidImageId.NotFound");
            sides.repair(outcome);
            passes(sides, OWN_KEY);
        }
    }

    @Test
    void an_association_that_is_pending_is_told_with_the_owners_half_and_waited_for() {
        try (BothSides sides = new BothSides(home, RECIPIENT)) {
            sides.change(world -> world.setSettings(world.settings().withAssociations(3_600_000, null)));
            sides.owner("share", "--image-id", BothSides.IMAGE, "--folder", FOLDER, "--yes", "--timeout", "2s");

            CommandLineRun.Outcome outcome = bothSides(sides);
            assertThat(BothSides.failed(outcome)).containsExactly("image-shared (owner)", "image-visible (owner)");
            assertThat(outcome.out()).contains("fd-japan00001", "not in effect yet");
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-b")).isEqualTo("404 InvalidImageId.NotFound");
        }
    }

    /** The policy that the repair names. */
    private static void permit(BothSides sides, String user) {
        String document = sides.recipient("policy", "recipient").out();
        RpcClient account = sides.recipientClient();
        ok(account.ram("CreatePolicy", "PolicyName", "ShareImageRecipient", "PolicyDocument", document)
                .outcome());
        ok(account.ram(
                        "AttachPolicyToUser",
                        "UserName",
                        user,
                        "PolicyName",
                        "ShareImageRecipient",
                        "PolicyType",
                        "Custom")
                .outcome());
    }

    private BothSides shared(String recipient) {
        BothSides sides = new BothSides(home, recipient);
        CommandLineRun.Outcome outcome =
                sides.owner("share", "--image-id", BothSides.IMAGE, "--accounts", recipient, "--yes");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return sides;
    }

    private static CommandLineRun.Outcome verify(BothSides sides, String... more) {
        return sides.recipient(
                Stream.concat(Stream.of("verify", "--image-id", BothSides.IMAGE, "-o", "json"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static CommandLineRun.Outcome bothSides(BothSides sides) {
        return sides.owner("verify", "--image-id", BothSides.IMAGE, "--as-profile", "recipient", "-o", "json");
    }

    private static void passes(BothSides sides, String key) {
        CommandLineRun.Outcome outcome = verify(sides, "--launch", "type=ecs.g7.large,zone=cn-hongkong-b");
        assertThat(BothSides.failed(outcome)).as(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        String command = BothSides.json(outcome).at("/images/0/launch/aliyun").asText();
        String used = command.replaceAll(".*--SystemDisk.KMSKeyId (\\S+).*", "$1");
        if (key != null) {
            assertThat(used).isEqualTo(key);
        }
        assertThat(sides.launch(used, "cn-hongkong-b")).isEqualTo(PASSES);
    }

    private static void trust(BothSides sides, String statements) {
        ok(sides.ownerClient()
                .ram(
                        "UpdateRole",
                        "RoleName",
                        SHARING_ROLE,
                        "NewAssumeRolePolicyDocument",
                        "{\"Version\":\"1\",\"Statement\":[" + statements + "]}")
                .outcome());
    }

    private static String statement(String effect) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"" + RECIPIENT
                + "@ecs.aliyuncs.com\"]}}";
    }

    private static void policy(RpcClient client, String action, String role, String policy) {
        ok(client.ram(action, "RoleName", role, "PolicyName", policy, "PolicyType", "System")
                .outcome());
    }

    private static void key(RpcClient client, String action, String key) {
        ok(client.get(KMS, action, "RegionId", BothSides.REGION, "KeyId", key).outcome());
    }

    private static void untag(RpcClient client, String key) {
        ok(client.get(
                        KMS,
                        "UntagResource",
                        "RegionId",
                        BothSides.REGION,
                        "KeyId",
                        key,
                        "TagKeys",
                        "[\"acs:ecs:disk-encryption\"]")
                .outcome());
    }

    private static void ok(String outcome) {
        assertThat(outcome).isEqualTo("200");
    }
}

package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.KmsKey;
import dev.shareimage.sandbox.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For each way to break a share, {@code verify} names the one cause and the side that repairs it. A launch fails for
 * the same cause, and succeeds after the printed fix was pasted on that side.
 */
class BrokenSharesTest {

    private static final String RECIPIENT = "2000000000000002";
    private static final String OWN_KEY = "key-hk0own0000000000002";
    private static final String OWNERS_KEY = "key-hk0cmk0000000000001";
    private static final String SHARING_ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String SHARING_POLICY = "AliyunKMSFullAccess";
    private static final String OWN_ROLE = "AliyunECSDiskEncryptDefaultRole";
    private static final String KMS = "2016-01-20";
    private static final String PASSES = "400 DryRunOperation";
    private static final String ZONE = "cn-hongkong-b";
    private static final String FOLDER = "rd-sbx001/r-root01/fd-products01/fd-japan00001";

    @TempDir
    Path home;

    /**
     * A way to break a share.
     *
     * @param recipient the account, with a user behind a slash unless the root account works
     * @param cause breaks the share, after the image was shared with the account
     * @param alone what the recipient is told, as {@code check (who)}
     * @param together what an owner who checks both sides is told first
     * @param launch the result of a launch
     * @param finish waits or changes something in the console, as the fix says
     */
    record Break(
            String name,
            String recipient,
            Consumer<OwnerAndRecipient> cause,
            List<String> alone,
            String together,
            String launch,
            Consumer<OwnerAndRecipient> finish) {

        String account() {
            return recipient.replaceAll("/.*", "");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                ofOwner(
                        "image not shared",
                        sides -> sides.owner(
                                "unshare", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", RECIPIENT, "--yes"),
                        "image-visible (owner)",
                        "image-shared (owner)",
                        "404 InvalidImageId.NotFound"),
                ofOwner(
                        "trust missing",
                        sides -> sides.owner("set-trust", "--remove", "--accounts", RECIPIENT, "--yes"),
                        "dry-run-copy (owner)",
                        "trust (owner)",
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized"),
                ofOwner(
                        "trust denied by name",
                        sides -> trust(sides, statement("Deny") + "," + statement("Allow")),
                        "dry-run-copy (owner)",
                        "trust (owner)",
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized"),
                ofOwner(
                        "role missing",
                        sides -> {
                            policy(sides.ownerClient(), "DetachPolicyFromRole", SHARING_ROLE, SHARING_POLICY);
                            ok(sides.ownerClient()
                                    .ram("DeleteRole", "RoleName", SHARING_ROLE)
                                    .outcome());
                        },
                        "dry-run-copy (owner)",
                        "role (owner)",
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized"),
                ofOwner(
                        "role's policy missing",
                        sides -> policy(sides.ownerClient(), "DetachPolicyFromRole", SHARING_ROLE, SHARING_POLICY),
                        "dry-run-copy (owner)",
                        "policy (owner)",
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized"),
                ofOwner(
                        "owner's key disabled",
                        sides -> ok(sides.ownerClient()
                                .get(KMS, "DisableKey", "RegionId", OwnerAndRecipient.REGION, "KeyId", OWNERS_KEY)
                                .outcome()),
                        "dry-run-copy (owner)",
                        "key-enabled (owner)",
                        "403 InvalidParameter.KMSKeyId.CMKNotEnabled"),
                ofOwner(
                        "owner's key in deletion",
                        sides -> sides.change(world -> world.keys()
                                .find(OwnerAndRecipient.REGION, OWNERS_KEY)
                                .map(key -> key.deletedAt(key.created().plusSeconds(100_000_000)))
                                .ifPresent(world.keys()::put)),
                        "dry-run-copy (owner)",
                        "key-enabled (owner)",
                        "403 InvalidParameter.KMSKeyId.CMKNotEnabled"),
                ofOwner(
                        "owner's key untagged",
                        sides -> ok(sides.ownerClient()
                                .get(
                                        KMS,
                                        "UntagResource",
                                        "RegionId",
                                        OwnerAndRecipient.REGION,
                                        "KeyId",
                                        OWNERS_KEY,
                                        "TagKeys",
                                        "[\"acs:ecs:disk-encryption\"]")
                                .outcome()),
                        "dry-run-copy (owner)",
                        "key-tagged (owner)",
                        "400 InvalidParameter.KMSKeyId.CMKUnauthorized"),
                ofOwner(
                        "association failed",
                        sides -> shareWithFolder(sides, 0, "Unavailable"),
                        "image-visible (owner)",
                        "image-shared (owner)",
                        "404 InvalidImageId.NotFound"),
                new Break(
                        "association pending",
                        RECIPIENT,
                        sides -> shareWithFolder(sides, 3_600_000, null),
                        List.of("image-visible (owner)"),
                        "image-shared (owner)",
                        "404 InvalidImageId.NotFound",
                        sides -> sides.change(BrokenSharesTest::associate)),
                ofRecipient(
                        "KMS not activated",
                        "2000000000000030",
                        sides -> {},
                        "400 InvalidParameter.KmsNotEnabled",
                        "kms-opened",
                        "own-key",
                        "own-role"),
                ofRecipient(
                        "own role missing",
                        "2000000000000003",
                        sides -> {},
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized",
                        "own-role"),
                ofRecipient(
                        "own role's policy missing",
                        RECIPIENT,
                        sides -> policy(
                                sides.recipientClient(),
                                "DetachPolicyFromRole",
                                OWN_ROLE,
                                "AliyunECSDiskEncryptRolePolicy"),
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized",
                        "own-role-policy"),
                ofRecipient(
                        "own role trusts somebody else",
                        RECIPIENT,
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
                        "403 InvalidParameter.KMSKeyId.KMSUnauthorized",
                        "own-role-trust"),
                ofRecipient(
                        "own key missing",
                        RECIPIENT,
                        sides -> removeKeys(sides, key -> true),
                        "404 InvalidParameter.KMSKeyId.NotFound",
                        "own-key"),
                ofRecipient(
                        "own key of another kind",
                        RECIPIENT,
                        sides -> removeKeys(sides, key -> key.spec().equals(KmsKey.DEFAULT_SPEC)),
                        "404 InvalidParameter.KMSKeyId.NotFound",
                        "own-key-spec"),
                ofRecipient(
                        "own key untagged",
                        "2000000000000004",
                        sides -> {},
                        "400 InvalidParameter.KMSKeyId.CMKUnauthorized",
                        "own-key-tagged"),
                ofRecipient(
                        "own key disabled",
                        "2000000000000005",
                        sides -> {},
                        "403 InvalidParameter.KMSKeyId.CMKNotEnabled",
                        "own-key-enabled"),
                ofRecipient(
                        "own key in deletion",
                        "2000000000000006",
                        sides -> {},
                        "403 InvalidParameter.KMSKeyId.CMKNotEnabled",
                        "own-key-enabled"),
                new Break(
                        "permission missing",
                        RECIPIENT + "/onlooker",
                        sides -> {},
                        List.of("permissions (recipient)", "dry-run-launch (recipient)"),
                        "permissions (recipient)",
                        "403 Forbidden.RAM",
                        BrokenSharesTest::permit));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void the_recipient_alone_is_told_who_repairs_it(Break broken) {
        try (OwnerAndRecipient sides = shared(broken)) {
            broken.cause().accept(sides);
            CommandLineRun.Outcome outcome = verify(sides, broken);

            assertThat(OwnerAndRecipient.failed(outcome)).as(outcome.out()).isEqualTo(broken.alone());
            assertThat(outcome.exitCode()).isEqualTo(broken.name().startsWith("permission") ? 5 : 3);
            assertThat(sides.launch(key(broken), ZONE)).isEqualTo(broken.launch());
            if (!broken.name().startsWith("association")) {
                sides.repair(outcome);
                broken.finish().accept(sides);
                passes(sides, broken);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void both_sides_together_are_told_the_one_cause_first(Break broken) {
        try (OwnerAndRecipient sides = shared(broken)) {
            broken.cause().accept(sides);
            CommandLineRun.Outcome outcome = verify(sides, broken, "--as-profile", "recipient");

            assertThat(OwnerAndRecipient.failed(outcome))
                    .as(outcome.out())
                    .first()
                    .isEqualTo(broken.together());
            String side = broken.together().replaceAll(".* ", "");
            assertThat(OwnerAndRecipient.failed(outcome)).allMatch(check -> check.endsWith(side));
            sides.repair(outcome);
            broken.finish().accept(sides);
            CommandLineRun.Outcome again = verify(sides, broken, "--as-profile", "recipient");
            assertThat(OwnerAndRecipient.failed(again)).as(again.out()).isEmpty();
            passes(sides, broken);
        }
    }

    /**
     * Not in the table, because nothing in the cloud is broken. The request names the wrong zone, and the fix is one of
     * the zones in the sentence.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_zone_that_cannot_do_it_is_named_with_those_that_can(boolean bothSides) {
        try (OwnerAndRecipient sides = shared(ofRecipient("zone", RECIPIENT, any -> {}, "", ""))) {
            CommandLineRun.Outcome outcome = inZone(sides, bothSides, "cn-hongkong-d");

            assertThat(OwnerAndRecipient.failed(outcome)).containsExactly("zones (recipient)");
            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(sides.launch(OWN_KEY, "cn-hongkong-d")).isEqualTo("400 NotSupportSnapshotEncrypted.ZoneId");
            String fix = OwnerAndRecipient.json(outcome).at("/error/fix").asText();
            String other = fix.replaceAll(".*?(cn-hongkong-[a-z]).*", "$1");
            assertThat(inZone(sides, bothSides, other).exitCode()).as(fix).isZero();
            assertThat(sides.launch(OWN_KEY, other)).isEqualTo(PASSES);
        }
    }

    private static CommandLineRun.Outcome inZone(OwnerAndRecipient sides, boolean bothSides, String zone) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--image-id", OwnerAndRecipient.IMAGE, "-o", "json"));
        arguments.addAll(List.of("--launch", "type=ecs.g7.large,zone=" + zone));
        arguments.addAll(bothSides ? List.of("--as-profile", "recipient") : List.of());
        String[] all = arguments.toArray(String[]::new);
        return bothSides ? sides.owner(all) : sides.recipient(all);
    }

    private static Break ofOwner(
            String name, Consumer<OwnerAndRecipient> cause, String alone, String together, String launch) {
        return new Break(name, RECIPIENT, cause, List.of(alone), together, launch, sides -> {});
    }

    private static Break ofRecipient(
            String name, String recipient, Consumer<OwnerAndRecipient> cause, String launch, String... checks) {
        List<String> alone =
                Stream.of(checks).map(check -> check + " (recipient)").toList();
        return new Break(name, recipient, cause, alone, alone.get(0), launch, sides -> {});
    }

    /** Replaces the account by the folder. */
    private static void shareWithFolder(OwnerAndRecipient sides, long delayMillis, @Nullable String failure) {
        sides.owner("unshare", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", RECIPIENT, "--yes");
        sides.change(world -> world.setSettings(world.settings().withAssociations(delayMillis, failure)));
        sides.owner("share", "--image-id", OwnerAndRecipient.IMAGE, "--folder", FOLDER, "--yes", "--timeout", "2s");
        sides.change(world -> world.setSettings(world.settings().withAssociations(0, null)));
    }

    /** Completes everything in progress. */
    private static void associate(World world) {
        world.resourceShares().stream()
                .toList()
                .forEach(share -> world.resourceShares()
                        .put(share.withAssociations(
                                share.associations().stream()
                                        .map(each -> new Association(
                                                each.kind(),
                                                each.entityId(),
                                                each.entityType(),
                                                each.leaving(),
                                                each.created(),
                                                each.updated(),
                                                each.created(),
                                                null))
                                        .toList(),
                                share.updated())));
    }

    private static void removeKeys(OwnerAndRecipient sides, Predicate<KmsKey> which) {
        sides.change(world -> world.keys().stream()
                .filter(key -> key.accountId().equals(RECIPIENT) && which.test(key))
                .toList()
                .forEach(world.keys()::remove));
    }

    /** An administrator attaches the policy that the fix names. */
    private static void permit(OwnerAndRecipient sides) {
        String document = sides.recipient("policy", "recipient").out();
        RpcClient account = sides.recipientClient();
        ok(account.ram("CreatePolicy", "PolicyName", "ShareImageRecipient", "PolicyDocument", document)
                .outcome());
        ok(account.ram(
                        "AttachPolicyToUser",
                        "UserName",
                        "onlooker",
                        "PolicyName",
                        "ShareImageRecipient",
                        "PolicyType",
                        "Custom")
                .outcome());
    }

    private OwnerAndRecipient shared(Break broken) {
        OwnerAndRecipient sides = new OwnerAndRecipient(home, broken.account());
        CommandLineRun.Outcome outcome =
                sides.owner("share", "--image-id", OwnerAndRecipient.IMAGE, "--accounts", broken.account(), "--yes");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return broken.recipient().contains("/")
                ? sides.asUser(broken.recipient().replaceAll(".*/", ""))
                : sides;
    }

    private static CommandLineRun.Outcome verify(OwnerAndRecipient sides, Break broken, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--image-id", OwnerAndRecipient.IMAGE, "-o", "json"));
        if (broken.recipient().contains("/")) {
            arguments.addAll(List.of("--kms-key", OWN_KEY, "--launch", "type=ecs.g7.large,zone=" + ZONE));
        }
        arguments.addAll(List.of(more));
        String[] all = arguments.toArray(String[]::new);
        return more.length == 0 ? sides.recipient(all) : sides.owner(all);
    }

    /** The first key of the account. */
    private static String key(Break broken) {
        return switch (broken.account()) {
            case RECIPIENT -> OWN_KEY;
            case "2000000000000004" -> "key-hk0bare0000000000004";
            case "2000000000000005" -> "key-hk0off0000000000005";
            case "2000000000000006" -> "key-hk0gone0000000000006";
            default -> "key-hk0own" + broken.account().substring(3);
        };
    }

    private static void passes(OwnerAndRecipient sides, Break broken) {
        CommandLineRun.Outcome outcome = sides.recipient(
                "verify",
                "--image-id",
                OwnerAndRecipient.IMAGE,
                "--launch",
                "type=ecs.g7.large,zone=" + ZONE,
                "-o",
                "json");
        assertThat(OwnerAndRecipient.failed(outcome)).as(broken + outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        String command =
                OwnerAndRecipient.json(outcome).at("/images/0/launch/aliyun").asText();
        String used = command.replaceAll(".*--SystemDisk.KMSKeyId (\\S+).*", "$1");
        assertThat(sides.launch(used, ZONE)).isEqualTo(PASSES);
    }

    private static void trust(OwnerAndRecipient sides, String statements) {
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

    private static void ok(String outcome) {
        assertThat(outcome).isEqualTo("200");
    }
}

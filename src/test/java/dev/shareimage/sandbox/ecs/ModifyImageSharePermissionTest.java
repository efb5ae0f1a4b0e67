package dev.shareimage.sandbox.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Hints;
import dev.shareimage.sandbox.world.RamPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifyImageSharePermissionTest {

    private static final String PLAIN = "m-hk0plain00000000001";

    private final Cloud cloud = new Cloud(new EcsApi());

    @Test
    void ignores_the_eleventh_account_without_an_error() throws ApiError {
        assertThat(share(PLAIN, accounts(2, 13))).isEqualTo("done");

        assertThat(shared(PLAIN)).containsExactly(accounts(2, 11));
    }

    @Test
    void one_unknown_account_refuses_them_all() throws ApiError {
        assertThat(share(PLAIN, Cloud.RECIPIENT, "9999999999999999")).isEqualTo("404 InvalidAccount.NotFound");
        assertThat(shared(PLAIN)).isEmpty();
    }

    @Test
    void does_not_share_with_its_own_account() {
        assertThat(share(PLAIN, Cloud.OWNER)).isEqualTo("404 InvalidAccount.Forbbiden");
    }

    @Test
    void adding_and_removing_twice_does_no_harm() throws ApiError {
        share(PLAIN, Cloud.RECIPIENT);
        cloud.pass(Duration.ofHours(1));

        assertThat(share(PLAIN, Cloud.RECIPIENT)).isEqualTo("done");
        assertThat(cloud.call(Cloud.OWNER, "DescribeImageSharePermission", "ImageId", PLAIN)
                        .toPrettyString())
                .isEqualTo("""
                        {
                          "ImageId" : "m-hk0plain00000000001",
                          "RegionId" : "cn-hongkong",
                          "TotalCount" : 1,
                          "PageNumber" : 1,
                          "PageSize" : 10,
                          "Accounts" : {
                            "Account" : [ {
                              "AliyunId" : "2000000000000002",
                              "SharedTime" : "2026-11-23T12:00:00Z"
                            } ]
                          },
                          "ShareGroups" : {
                            "ShareGroup" : [ ]
                          }
                        }""");
        assertThat(unshare(PLAIN, Cloud.RECIPIENT)).isEqualTo("done");
        assertThat(unshare(PLAIN, Cloud.RECIPIENT)).isEqualTo("done");
        assertThat(shared(PLAIN)).isEmpty();
    }

    @Test
    void lists_all_pages_of_a_long_share() throws ApiError {
        ObjectNode third = cloud.call(
                Cloud.OWNER, "DescribeImageSharePermission", "ImageId", "m-hk0shared0000000025", "PageNumber", "3");

        assertThat(third.get("TotalCount").asInt()).isEqualTo(25);
        assertThat(third.at("/Accounts/Account").findValuesAsText("AliyunId")).containsExactly(accounts(22, 26));
    }

    @Test
    void an_encrypted_image_needs_role_trust_and_policy() {
        assertThat(share(Cloud.IMAGE, Cloud.RECIPIENT)).isEqualTo("403 AssumeRoleError");
        cloud.giveRole(Cloud.trust(Cloud.SIBLING));
        assertThat(share(Cloud.IMAGE, Cloud.RECIPIENT)).isEqualTo("403 AssumeRoleError");
        cloud.giveRole(Cloud.trust(Cloud.SIBLING, Cloud.RECIPIENT));
        assertThat(share(Cloud.IMAGE, Cloud.RECIPIENT)).isEqualTo("done");
        cloud.world.policies().remove(policy("AliyunKMSFullAccess"));
        assertThat(share(Cloud.IMAGE, Cloud.SIBLING)).isEqualTo("403 AssumeRoleError");
    }

    @Test
    void the_plain_service_as_principal_covers_nobody() {
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT).replace(Cloud.RECIPIENT + "@", ""));

        assertThat(share(Cloud.IMAGE, Cloud.RECIPIENT)).isEqualTo("403 AssumeRoleError");
    }

    @Test
    void trust_is_asked_for_new_accounts_only() {
        cloud.giveRole(Cloud.trust(Cloud.SIBLING));

        assertThat(share("m-hk0shared0000000025", Cloud.RECIPIENT)).isEqualTo("done");
    }

    @Test
    void a_change_of_the_trust_takes_effect_after_a_while() {
        cloud.world.setSettings(cloud.world.settings().withRamLag(0, 2_000));
        cloud.giveRole(Cloud.trust(Cloud.SIBLING));
        cloud.world
                .roles()
                .find(Cloud.OWNER, "AliyunECSShareEncryptImageDefaultRole")
                .ifPresent(role -> cloud.world.roles().put(role.withTrust(Cloud.trust(Cloud.RECIPIENT), cloud.now)));

        assertThat(share(Cloud.IMAGE, Cloud.RECIPIENT)).isEqualTo("403 AssumeRoleError");
        cloud.pass(Duration.ofSeconds(3));
        assertThat(share(Cloud.IMAGE, Cloud.RECIPIENT)).isEqualTo("done");
    }

    @Test
    void the_quota_counts_those_who_have_it_already() {
        cloud.giveRole(Cloud.trust(accounts(2, 31)));
        String full = "m-hk0shared0000000050";

        assertThat(share(full, Cloud.RECIPIENT)).isEqualTo("done");
        assertThat(share(full, Cloud.STRANGER)).isEqualTo("403 AssumeRoleError");
        cloud.giveRole(Cloud.trust(Cloud.STRANGER));
        assertThat(share(full, Cloud.STRANGER)).isEqualTo("403 QuotaExceed.ShareImageUser");
        unshare(full, Cloud.RECIPIENT);
        assertThat(share(full, Cloud.STRANGER)).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "m-none,                404 InvalidImageId.NotFound",
        "m-hk0partner000000001, 404 InvalidImageId.NotFound",
        "m-hk0deprecated000001, 403 OperationDenied.InvalidImageStatus",
        "m-hk0creating00000001, 403 OperationDenied.InvalidImageStatus",
        "m-hk0community0000001, 403 Image.Public",
        "m-hk0several000000001, 403 OperationDeined.FullImage",
        "m-hk0service000000001, 403 InvalidOperation.ServiceKeyEncryptedImageUnsupported",
        "m-hk0disabled00000001, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "m-hk0deletion00000001, 403 InvalidParameter.KMSKeyId.CMKNotEnabled",
        "m-hk0untagged00000001, 403 InvalidParameter.KMSKeyId.CMKUnauthorized",
        "m-hk0expiring00000001, done",
        "m-hk0nofield000000001, done",
        "m-hk0market0000000001, done",
        "m-hk0plain00000000002, done"
    })
    void every_image_has_its_refusal(String image, String outcome) {
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT));

        assertThat(share(image, Cloud.RECIPIENT)).isEqualTo(outcome);
    }

    @Test
    void a_marketplace_image_does_not_cross_sites() {
        String customerOfAnotherSite = "2000000000000029";
        cloud.giveRole(Cloud.trust(customerOfAnotherSite));

        assertThat(share("m-hk0market0000000001", customerOfAnotherSite)).isEqualTo("403 InvalidImageId.BidMismatch");
    }

    @Test
    void the_service_key_was_no_obstacle_before_july_2025() {
        cloud.now = Instant.parse("2025-06-30T23:59:59Z");
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT));

        assertThat(share("m-hk0service000000001", Cloud.RECIPIENT)).isEqualTo("done");
    }

    @Test
    void an_unlisted_region_shares_plain_images_only() {
        cloud.region = "ap-northeast-1";
        cloud.giveRole(Cloud.trust(Cloud.RECIPIENT));

        assertThat(share("m-jp0cmk0000000000001", Cloud.RECIPIENT)).isEqualTo("403 OperationDeined.EncryptedSnapshot");
    }

    @Test
    void a_good_dry_run_is_an_error_of_its_own_and_changes_nothing() throws ApiError {
        assertThat(cloud.outcome(
                        Cloud.OWNER,
                        "ModifyImageSharePermission",
                        "ImageId",
                        PLAIN,
                        "AddAccount.1",
                        Cloud.RECIPIENT,
                        "DryRun",
                        "true"))
                .isEqualTo("400 DryRunOperation");
        assertThat(shared(PLAIN)).isEmpty();
    }

    @Test
    void never_makes_an_image_public() {
        assertThat(modify("IsPublic", "true")).isEqualTo("403 PublicImageAgreement.NotSigned");
        assertThat(modify("IsPublic", "true", "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("403 InvalidParameter.IsPublic");
        assertThat(modify("LaunchPermission", "all")).isEqualTo("400 ForbiddenParameter.LaunchPermission");
        assertThat(modify("LaunchPermission", "all", "AddAccount.1", Cloud.RECIPIENT))
                .isEqualTo("400 UnnecessaryParameter.LaunchPermission");
    }

    @Test
    void makes_a_public_image_private_and_then_shares_it() {
        String image = "m-hk0community0000001";
        assertThat(share(image, Cloud.RECIPIENT)).isEqualTo("403 Image.Public");

        assertThat(modify("ImageId", image, "IsPublic", "false", "DryRun", "true"))
                .isEqualTo("400 DryRunOperation");
        assertThat(modify("ImageId", image, "IsPublic", "false")).isEqualTo("done");

        assertThat(modify("ImageId", image, "IsPublic", "false")).isEqualTo("403 Image.NotPublic");
        assertThat(share(image, Cloud.RECIPIENT)).isEqualTo("done");
    }

    @Test
    void drops_accounts_when_a_fault_says_so() throws ApiError {
        cloud.hints = Map.of(Hints.DROP_ACCOUNTS, Cloud.SIBLING);

        assertThat(share(PLAIN, Cloud.RECIPIENT, Cloud.SIBLING)).isEqualTo("done");
        assertThat(shared(PLAIN)).containsExactly(Cloud.RECIPIENT);
    }

    @Test
    void asks_for_the_permission_on_the_image() {
        share(PLAIN, Cloud.RECIPIENT);

        assertThat(cloud.required)
                .containsExactly(
                        "ecs:ModifyImageSharePermission on acs:ecs:cn-hongkong:1000000000000001:image/" + PLAIN);
    }

    private String share(String image, String... accounts) {
        return change(image, "AddAccount.", accounts);
    }

    private String unshare(String image, String... accounts) {
        return change(image, "RemoveAccount.", accounts);
    }

    private String modify(String... parameters) {
        List<String> all = new ArrayList<>(List.of("ImageId", PLAIN));
        all.addAll(List.of(parameters));
        return cloud.outcome(Cloud.OWNER, "ModifyImageSharePermission", all.toArray(String[]::new));
    }

    private String change(String image, String prefix, String... accounts) {
        List<String> parameters = new ArrayList<>(List.of("ImageId", image));
        for (int i = 0; i < accounts.length; i++) {
            parameters.add(prefix + (i + 1));
            parameters.add(accounts[i]);
        }
        return cloud.outcome(Cloud.OWNER, "ModifyImageSharePermission", parameters.toArray(String[]::new));
    }

    private List<String> shared(String image) throws ApiError {
        return cloud.call(Cloud.OWNER, "DescribeImageSharePermission", "ImageId", image, "PageSize", "100")
                .at("/Accounts/Account")
                .findValuesAsText("AliyunId");
    }

    private static String[] accounts(int first, int last) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1)
                .map("2%015d"::formatted)
                .toArray(String[]::new);
    }

    private RamPolicy policy(String name) {
        return cloud.world.policies().find(RamPolicy.SYSTEM_OWNER, name).orElseThrow();
    }
}

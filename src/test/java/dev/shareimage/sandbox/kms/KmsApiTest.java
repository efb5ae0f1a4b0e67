package dev.shareimage.sandbox.kms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.wire.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmsApiTest {

    private static final String KEY = "key-hk0cmk0000000000001";

    private final Cloud cloud = new Cloud(new KmsApi());

    @Test
    void describes_a_key_by_id_alias_and_arn() throws ApiError {
        ObjectNode byId = cloud.call(Cloud.OWNER, "DescribeKey", "KeyId", KEY);

        assertThat(byId.toPrettyString()).isEqualTo("""
                        {
                          "KeyMetadata" : {
                            "KeyId" : "key-hk0cmk0000000000001",
                            "Arn" : "acs:kms:cn-hongkong:1000000000000001:key/key-hk0cmk0000000000001",
                            "KeyState" : "Enabled",
                            "Creator" : "1000000000000001",
                            "Description" : "for images",
                            "CreationDate" : "2026-01-15T08:00:00Z",
                            "DeleteDate" : "",
                            "MaterialExpireTime" : "",
                            "DeletionProtection" : "Enabled",
                            "KeyUsage" : "ENCRYPT/DECRYPT",
                            "KeySpec" : "Aliyun_AES_256",
                            "Origin" : "Aliyun_KMS",
                            "ProtectionLevel" : "SOFTWARE",
                            "AutomaticRotation" : "Disabled",
                            "PrimaryKeyVersion" : "key-hk0cmk0000000000001-version-1"
                          }
                        }""");
        assertThat(cloud.call(Cloud.OWNER, "DescribeKey", "KeyId", "alias/images"))
                .isEqualTo(byId);
        assertThat(cloud.call(Cloud.OWNER, "DescribeKey", "KeyId", "acs:kms:cn-hongkong:1000000000000001:key/" + KEY))
                .isEqualTo(byId);
    }

    @Test
    void keys_of_other_accounts_and_regions_do_not_exist() {
        assertThat(cloud.outcome(Cloud.RECIPIENT, "DescribeKey", "KeyId", KEY)).isEqualTo("404 Forbidden.KeyNotFound");
        assertThat(cloud.outcome(Cloud.RECIPIENT, "DescribeKey", "KeyId", "alias/images"))
                .isEqualTo("404 Forbidden.AliasNotFound");
        cloud.region = "ap-southeast-1";
        assertThat(cloud.outcome(Cloud.OWNER, "DescribeKey", "KeyId", KEY)).isEqualTo("404 Forbidden.KeyNotFound");
    }

    @Test
    void asks_for_the_permission_on_the_key() {
        cloud.outcome(Cloud.OWNER, "DescribeKey", "KeyId", "alias/images");
        cloud.outcome(Cloud.OWNER, "DescribeKey", "KeyId", "key-none");

        assertThat(cloud.required)
                .containsExactly(
                        "kms:DescribeKey on acs:kms:cn-hongkong:1000000000000001:key/" + KEY,
                        "kms:DescribeKey on acs:kms:cn-hongkong:1000000000000001:key/key-none");
    }

    @Test
    void tags_are_listed_replaced_and_added() throws ApiError {
        cloud.call(
                Cloud.OWNER,
                "TagResource",
                "KeyId",
                KEY,
                "Tags",
                "[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"false\"},{\"TagKey\":\"team\",\"TagValue\":\"a\"}]");

        assertThat(cloud.call(Cloud.OWNER, "ListResourceTags", "KeyId", KEY).toString())
                .isEqualTo("{\"Tags\":{\"Tag\":["
                        + "{\"KeyId\":\"key-hk0cmk0000000000001\",\"TagKey\":\"acs:ecs:disk-encryption\","
                        + "\"TagValue\":\"false\"},"
                        + "{\"KeyId\":\"key-hk0cmk0000000000001\",\"TagKey\":\"team\",\"TagValue\":\"a\"}]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team=a",
                "[[[[",
                "[{\"TagKey\":\"team\"}",
                "[{\"TagKey\":\"team\"},7]",
                "[{\"TagKey\":\"team\"}] and more",
                "[{\"TagKey\":\"team\",\"TagValue\":{}}]",
                "[{\"TagValue\":\"a\"}]",
            })
    void what_is_no_list_of_tags_is_refused(String tags) throws ApiError {
        assertThat(cloud.outcome(Cloud.OWNER, "TagResource", "KeyId", KEY, "Tags", tags))
                .isEqualTo("400 InvalidParameter");
        assertThat(cloud.call(Cloud.OWNER, "ListResourceTags", "KeyId", KEY).findValuesAsText("TagKey"))
                .containsExactly("acs:ecs:disk-encryption");
    }

    @Test
    void aliases_are_listed_for_all_keys_and_for_one() throws ApiError {
        assertThat(cloud.call(Cloud.OWNER, "ListAliases").findValuesAsText("AliasName"))
                .containsExactly("alias/images", "alias/disabled", "alias/acs/ecs", "alias/untagged");
        assertThat(cloud.call(Cloud.OWNER, "ListAliasesByKeyId", "KeyId", KEY).findValuesAsText("AliasName"))
                .containsExactly("alias/images");
    }

    @Test
    void a_key_is_made_named_switched_and_scheduled_for_deletion() throws ApiError {
        String id =
                cloud.call(Cloud.OWNER, "CreateKey").at("/KeyMetadata/KeyId").asText();
        cloud.call(Cloud.OWNER, "CreateAlias", "KeyId", id, "AliasName", "alias/new");
        cloud.call(Cloud.OWNER, "DisableKey", "KeyId", id);
        assertThat(state("alias/new")).isEqualTo("Disabled");
        cloud.call(Cloud.OWNER, "EnableKey", "KeyId", id);
        assertThat(state("alias/new")).isEqualTo("Enabled");
        cloud.call(Cloud.OWNER, "ScheduleKeyDeletion", "KeyId", id, "PendingWindowInDays", "7");

        assertThat(state("alias/new")).isEqualTo("PendingDeletion");
        assertThat(cloud.outcome(Cloud.OWNER, "EnableKey", "KeyId", id)).isEqualTo("409 Rejected.PendingDeletion");
        assertThat(cloud.outcome(Cloud.OWNER, "CreateAlias", "KeyId", id, "AliasName", "alias/images"))
                .isEqualTo("409 Rejected.AlreadyExists");
        assertThat(cloud.call(Cloud.OWNER, "ListKeys", "PageSize", "100").findValuesAsText("KeyId"))
                .contains(id);
    }

    private String state(String key) throws ApiError {
        return cloud.call(Cloud.OWNER, "DescribeKey", "KeyId", key)
                .at("/KeyMetadata/KeyState")
                .asText();
    }
}

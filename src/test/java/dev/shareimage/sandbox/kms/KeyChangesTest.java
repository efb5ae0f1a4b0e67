package dev.shareimage.sandbox.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.SandboxOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys with another spec, keys that lose their tags, and keys whose deletion is canceled; over HTTP. */
class KeyChangesTest {

    private static final String KEY = "key-hk0own0000000000002";
    private static final String GONE = "key-hk0gone0000000000002";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void a_key_has_the_spec_that_was_asked_for() {
        RpcAnswer made = kms(cloud.recipient, "CreateKey", "KeySpec", "Aliyun_SM4");
        assertThat(made.text("/KeyMetadata/KeySpec")).isEqualTo("Aliyun_SM4");
        assertThat(state(made.text("/KeyMetadata/KeyId"), "KeySpec")).isEqualTo("Aliyun_SM4");
        assertThat(kms(cloud.recipient, "CreateKey").text("/KeyMetadata/KeySpec"))
                .isEqualTo("Aliyun_AES_256");
        assertThat(kms(cloud.recipient, "CreateKey", "KeySpec", "ROT_13").outcome())
                .isEqualTo("400 InvalidParameter");
        assertThat(kms(cloud.recipient, "ListKeys", "Filters", "[{\"Key\":\"KeySpec\",\"Values\":[\"RSA_2048\"]}]")
                        .json()
                        .findValuesAsText("KeyId"))
                .containsExactly("key-hk0rsa0000000000002");
    }

    @Test
    void a_key_that_waits_for_deletion_can_be_kept_once() {
        assertThat(kms(cloud.owner, "CancelKeyDeletion", "KeyId", GONE).outcome())
                .isEqualTo("404 Forbidden.KeyNotFound");
        assertThat(kms(cloud.recipient, "CancelKeyDeletion", "KeyId", GONE).outcome())
                .isEqualTo("200");
        assertThat(state(GONE, "KeyState") + state(GONE, "DeleteDate")).isEqualTo("Enabled");
        assertThat(kms(cloud.recipient, "CancelKeyDeletion", "KeyId", GONE).outcome())
                .isEqualTo("409 Rejected.Enabled");
    }

    @Test
    void tags_are_taken_off() {
        assertThat(kms(cloud.recipient, "UntagResource", "KeyId", KEY, "TagKeys", "[\"acs:ecs:disk-encryption\"]")
                        .outcome())
                .isEqualTo("200");
        assertThat(kms(cloud.recipient, "ListResourceTags", "KeyId", KEY).json().at("/Tags/Tag"))
                .isEmpty();
        assertThat(kms(cloud.recipient, "UntagResource", "KeyId", KEY, "TagKeys", "no list")
                        .outcome())
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void a_user_without_permission_cannot_look_whether_the_key_service_is_on() {
        assertThat(kms(cloud.user("Onlooker001", "Onlooker00001"), "DescribeAccountKmsStatus")
                        .outcome())
                .isEqualTo("403 Forbidden.NoPermission");
        assertThat(kms(cloud.recipient, "DescribeAccountKmsStatus").text("/AccountStatus"))
                .isEqualTo("Enabled");
    }

    private String state(String key, String member) {
        return kms(cloud.recipient, "DescribeKey", "KeyId", key).text("/KeyMetadata/" + member);
    }

    private static RpcAnswer kms(RpcClient client, String action, String... parameters) {
        String[] all = new String[parameters.length + 2];
        all[0] = "RegionId";
        all[1] = SandboxOverHttp.REGION;
        System.arraycopy(parameters, 0, all, 2, parameters.length);
        return client.get(SandboxOverHttp.KMS, action, all);
    }
}

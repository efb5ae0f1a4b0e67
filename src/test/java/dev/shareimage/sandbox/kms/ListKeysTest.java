package dev.shareimage.sandbox.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ListKeys} with {@code Filters}, over HTTP. */
class ListKeysTest {

    private static final String ALL = "cmk0000000000001 deletion00000001 disabled00000001 expiring00000001"
            + " service000000001 untagged00000001";

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                 | " + ALL,
                "[{'Key':'CreatorType','Values':['Service']}]       | service000000001",
                "[{'Key':'Creator','Values':['ecs']}]               | service000000001",
                "[{'Key':'KeyState','Values':['Disabled','PendingDeletion']}] | deletion00000001 disabled00000001",
                "[{'Key':'KeyState','Values':['Enabled']},{'Key':'CreatorType','Values':['User']},"
                        + "{'Key':'TagKey','Values':['acs:ecs:disk-encryption']}]"
                        + " | cmk0000000000001 expiring00000001",
                "[{'Key':'TagValue','Values':['false']}]            | ''",
                "[{'Key':'AliasName','Values':['alias/images','alias/acs/ecs']}] | cmk0000000000001 service000000001",
                "[{'Key':'keyId','Values':['key-hk0untagged00000001']}] | untagged00000001",
                "[{'Key':'KeySpec','Values':['Aliyun_AES_256']},{'Key':'KeyUsage','Values':['ENCRYPT/DECRYPT']},"
                        + "{'Key':'ProtectionLevel','Values':['SOFTWARE']}] | " + ALL,
                "[{'Key':'KeySpec','Values':['RSA_2048']}]          | ''",
                "[{'Key':'ProtectionLevel','Values':['HSM']}]       | ''",
                "[{'Key':'DKMSInstanceId','Values':['kst-1']}]      | ''",
            })
    void keys_fit_every_filter_and_one_of_its_values(String filters, String keys) {
        RpcAnswer answer = list(filters);

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(String.join(" ", answer.json().findValuesAsText("KeyId")).replace("key-hk0", ""))
                .isEqualTo(keys);
        assertThat(answer.json().get("TotalCount").intValue())
                .isEqualTo(answer.json().findValuesAsText("KeyId").size());
    }

    @Test
    void only_own_keys_are_listed() {
        assertThat(cloud.recipient
                        .get(
                                SandboxOverHttp.KMS,
                                "ListKeys",
                                "RegionId",
                                SandboxOverHttp.REGION,
                                "Filters",
                                json("[{'Key':'CreatorType','Values':['Service']}]"))
                        .json()
                        .at("/Keys/Key"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{}",
                "[",
                "[1]",
                "[]]",
                "[{'Key':'Color','Values':['red']}]",
                "[{'Key':'KeyState'}]",
                "[{'Key':'KeyState','Values':[]}]",
                "[{'Key':'KeyState','Values':'Enabled'}]",
                "[{'Key':'KeyState','Values':[1]}]",
                "[{'Values':['Enabled']}]",
            })
    void an_invalid_filter_is_refused(String filters) {
        assertThat(list(filters).outcome()).isEqualTo("400 InvalidParameter");
    }

    @Test
    void ten_filters_are_the_most() {
        String filter = "{'Key':'KeyState','Values':['Enabled']}";
        assertThat(list("[" + (filter + ",").repeat(9) + filter + "]").outcome())
                .isEqualTo("200");
        assertThat(list("[" + (filter + ",").repeat(10) + filter + "]").outcome())
                .isEqualTo("400 InvalidParameter");
    }

    private RpcAnswer list(String filters) {
        return cloud.owner.get(
                SandboxOverHttp.KMS,
                "ListKeys",
                "RegionId",
                SandboxOverHttp.REGION,
                "PageSize",
                "100",
                "Filters",
                json(filters));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

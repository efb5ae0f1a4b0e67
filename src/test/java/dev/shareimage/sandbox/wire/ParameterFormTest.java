package dev.shareimage.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for the parameters of all products, over HTTP. */
class ParameterFormTest {

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-26, ModifyImageSharePermission,       DryRun,               maybe",
        "2014-05-26, RunInstances,                     SystemDisk.Encrypted, 1",
        "2020-01-10, CreateResourceShare,              AllowExternalTargets, yes",
        "2020-01-10, AssociateResourceSharePermission, Replace,              no",
        "2022-04-19, ListAccounts,                     IncludeTags,          on",
        "2016-01-20, CreateKey,                        EnableAutomaticRotation, 0",
    })
    void a_truth_value_is_true_or_false(String version, String action, String parameter, String value) {
        RpcAnswer refused = cloud.manager.post(version, action, parameter, value);

        assertThat(refused.outcome()).isEqualTo("400 InvalidParameter");
        assertThat(refused.text("/Message")).contains('"' + parameter + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "False", "false", ""})
    void booleans_are_taken_in_any_case(String value) {
        assertThat(cloud.manager
                        .post("2022-04-19", "ListAccounts", "IncludeTags", value)
                        .outcome())
                .isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-05-26, ModifyImageSharePermission, AddAccount.1 AddAccount.3,   AddAccount.2",
        "2014-05-26, ModifyImageSharePermission, AddAccount.0,                AddAccount.1",
        "2014-05-26, ModifyImageSharePermission, AddAccount.01,               AddAccount.1",
        "2014-05-26, RunInstances,               DataDisk.2.Size,             DataDisk.1",
        "2020-01-10, CreateResourceShare,        Targets.1 Targets.2 Targets.4, Targets.3",
        "2020-01-10, ListResourceShares,         Tag.2.Key,                   Tag.1",
        "2020-05-10, GetProductQuota,            Dimensions.2.Key,            Dimensions.1",
    })
    void a_list_with_a_gap_is_refused(String version, String action, String names, String missing) {
        List<String> parameters = new ArrayList<>();
        for (String name : names.split(" ")) {
            parameters.addAll(List.of(name, "2000000000000002"));
        }
        RpcAnswer refused = cloud.owner.post(version, action, parameters.toArray(String[]::new));

        assertThat(refused.outcome()).isEqualTo("400 InvalidParameter");
        assertThat(refused.text("/Message")).contains('"' + missing + '"');
    }
}

package dev.shareimage.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.sandbox.Cloud;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.SandboxOverHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that differ from the actual state, over HTTP. */
class LyingAnswersTest {

    private static final String PLAIN = "m-hk0plain00000000001";
    private static final String MANY = "m-hk0shared0000000025";
    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String TRUST = Cloud.trust("2000000000000002");

    private final SandboxOverHttp cloud = new SandboxOverHttp();

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void the_accounts_of_an_image_lag_behind_and_the_access_does_not() {
        lag("DescribeImageSharePermission");
        cloud.pass(Duration.ofSeconds(1));
        assertThat(modify("AddAccount.1")).isEqualTo("200");

        assertThat(accounts(PLAIN)).isEmpty();
        assertThat(cloud.launch(cloud.recipient, PLAIN)).isEqualTo("400 DryRunOperation");
        cloud.pass(Duration.ofMillis(100));
        assertThat(accounts(PLAIN)).containsExactly("2000000000000002");

        assertThat(modify("RemoveAccount.1")).isEqualTo("200");
        assertThat(accounts(PLAIN)).containsExactly("2000000000000002");
        assertThat(cloud.launch(cloud.recipient, PLAIN)).isEqualTo("404 InvalidImageId.NotFound");
        cloud.pass(Duration.ofMillis(100));
        assertThat(accounts(PLAIN)).isEmpty();
    }

    @Test
    void each_list_lags_for_itself() {
        cloud.follow("{'settings':{'associationDelayMillis':10},'rules':["
                + "{'action':'ListResourceShares','effect':{'type':'lag','millis':300}},"
                + "{'action':'ListResourceShareAssociations','effect':{'type':'lag','millis':100}}]}");
        createShare();
        assertThat(seen("ListResourceShares", "ResourceOwner", "Self")).isZero();
        assertThat(seen("ListResourceShareAssociations", "AssociationType", "Target"))
                .isZero();
        cloud.pass(Duration.ofMillis(100));
        assertThat(seen("ListResourceShares", "ResourceOwner", "Self")).isZero();
        assertThat(status()).isEqualTo("Associating");
        assertThat(cloud.launch(cloud.recipient, PLAIN)).isEqualTo("400 DryRunOperation");
        cloud.pass(Duration.ofMillis(200));
        assertThat(seen("ListResourceShares", "ResourceOwner", "Self")).isOne();
        assertThat(status()).isEqualTo("Associated");
    }

    @Test
    void reads_of_the_role_lag_apart_from_each_other() {
        lag("GetRole");
        assertThat(cloud.owner
                        .ram("CreateRole", "RoleName", ROLE, "AssumeRolePolicyDocument", TRUST)
                        .outcome())
                .isEqualTo("200");

        assertThat(cloud.owner.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("404 EntityNotExist.Role");
        assertThat(cloud.owner.ram("ListPoliciesForRole", "RoleName", ROLE).outcome())
                .isEqualTo("200");
        lag("ListPoliciesForRole");
        assertThat(cloud.owner.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("200");
        assertThat(cloud.owner.ram("ListPoliciesForRole", "RoleName", ROLE).outcome())
                .isEqualTo("404 EntityNotExist.Role");
    }

    @Test
    void images_and_members_lag_as_other_lists_do() {
        cloud.follow("{'rules':[{'action':'Describe*','effect':{'type':'lag'}},"
                + "{'action':'ListAccounts','effect':{'type':'lag'}}]}");
        assertThat(cloud.ecs(cloud.owner, "DeleteImage", "ImageId", PLAIN).outcome())
                .isEqualTo("200");
        assertThat(cloud.manager
                        .post(SandboxOverHttp.DIRECTORY, "RemoveCloudAccount", "AccountId", "2000000000000002")
                        .outcome())
                .isEqualTo("200");

        assertThat(images()).contains(PLAIN);
        assertThat(members()).contains("2000000000000002");
        cloud.pass(Duration.ofMillis(100));
        assertThat(images()).isNotEmpty().doesNotContain(PLAIN);
        assertThat(members()).isNotEmpty().doesNotContain("2000000000000002");
    }

    @Test
    void only_reads_lag() {
        lag("*");
        assertThat(modify("AddAccount.1")).isEqualTo("200");
        cloud.pass(Duration.ofMillis(100));
        assertThat(accounts(PLAIN)).containsExactly("2000000000000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeImageSharePermission", "DescribeImages"})
    void a_hollow_answer_holds_its_request_id_alone(String action) {
        effect(action, "'type':'hollow'");

        RpcAnswer answer = cloud.ecs(cloud.owner, action, "ImageId", PLAIN);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).matches("\\{\"RequestId\":\"[0-9A-F-]{36}\"}");
    }

    @Test
    void a_hollow_answer_may_keep_something_and_its_work_is_done() {
        effect("DescribeImageSharePermission", "'type':'hollow','without':'Accounts,TotalCount'");
        assertThat(cloud.ecs(cloud.owner, "DescribeImageSharePermission", "ImageId", MANY)
                        .body())
                .contains("\"ImageId\"")
                .doesNotContain("Accounts", "TotalCount");

        effect("CreateResourceShare", "'type':'hollow'");
        assertThat(createShare().body()).doesNotContain("ResourceShare\"");
        assertThat(seen("ListResourceShares", "ResourceOwner", "Self")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"'''value'':0', 0", "'''value'':99', 99", "'''less'':5', 20", "'''less'':50', 0"})
    void a_total_lies(String lie, int total) {
        effect("DescribeImageSharePermission", "'type':'total'," + lie);

        RpcAnswer answer = cloud.ecs(cloud.owner, "DescribeImageSharePermission", "ImageId", MANY, "PageSize", "100");
        assertThat(answer.json().get("TotalCount").intValue()).isEqualTo(total);
        assertThat(answer.json().findValuesAsText("AliyunId")).hasSize(25);
    }

    @Test
    void a_total_is_absent() {
        effect("DescribeImageSharePermission", "'type':'hollow','without':'TotalCount'");

        RpcAnswer answer = cloud.ecs(cloud.owner, "DescribeImageSharePermission", "ImageId", MANY);
        assertThat(answer.json().has("TotalCount")).isFalse();
        assertThat(answer.json().findValuesAsText("AliyunId")).hasSize(10);
    }

    @Test
    void an_account_vanishes_between_two_pages() {
        cloud.follow("{'rules':[{'action':'DescribeImageSharePermission','parameters':{'PageNumber':'2'},'count':1,"
                + "'effect':{'type':'vanish','kind':'image','key':'cn-hongkong/" + MANY
                + "','account':'2000000000000002'}}]}");
        List<String> first = accounts(MANY, "PageNumber", "1", "PageSize", "10");
        List<String> second = accounts(MANY, "PageNumber", "2", "PageSize", "10");

        assertThat(first).hasSize(10).startsWith("2000000000000002").endsWith("2000000000000011");
        assertThat(second).hasSize(10).startsWith("2000000000000013");
    }

    @Test
    void an_image_vanishes_between_two_pages() {
        List<String> before = pageOfImages(2);
        cloud.follow("{'rules':[{'action':'DescribeImages','parameters':{'PageNumber':'2'},"
                + "'effect':{'type':'vanish','key':'cn-hongkong/" + PLAIN + "'}}]}");
        List<String> first = pageOfImages(1);
        List<String> second = pageOfImages(2);

        assertThat(images()).doesNotContain(PLAIN);
        assertThat(first).isNotEmpty();
        assertThat(second).isNotEqualTo(before);
    }

    @Test
    void an_answer_is_lost_after_the_work_was_done() {
        effect("CreateResourceShare", "'type':'reset','when':'after'");
        assertThatThrownBy(this::createShare).isInstanceOf(RuntimeException.class);

        assertThat(seen("ListResourceShares", "ResourceOwner", "Self")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'lag','milis':5",
                "'type':'hollow','member':'Images'",
                "'type':'total'",
                "'type':'total','value':1,'less':1",
                "'type':'vanish'",
                "'type':'vanish','key':'m-1','id':'m-1'",
            })
    void a_lying_answer_with_a_mistake_in_its_rule_is_refused(String effect) {
        assertThatThrownBy(() -> effect("*", effect)).isInstanceOf(IllegalArgumentException.class);
    }

    private void lag(String action) {
        effect(action, "'type':'lag','millis':100");
    }

    private void effect(String action, String effect) {
        cloud.follow("{'rules':[{'action':'" + action + "','effect':{" + effect + "}}]}");
    }

    private String modify(String parameter) {
        return cloud.ecs(cloud.owner, "ModifyImageSharePermission", "ImageId", PLAIN, parameter, "2000000000000002")
                .outcome();
    }

    private RpcAnswer createShare() {
        return cloud.owner.post(
                SandboxOverHttp.SHARING,
                "CreateResourceShare",
                "RegionId",
                SandboxOverHttp.REGION,
                "ResourceShareName",
                "images",
                "Resources.1.ResourceId",
                PLAIN,
                "Resources.1.ResourceType",
                "Image",
                "Targets.1",
                "fd-japan00001");
    }

    private int seen(String action, String... parameters) {
        return cloud.sharing(cloud.owner, action, parameters)
                .json()
                .findValuesAsText("ResourceShareId")
                .size();
    }

    private String status() {
        return cloud.sharing(cloud.owner, "ListResourceShareAssociations", "AssociationType", "Resource")
                .text("/ResourceShareAssociations/0/AssociationStatus");
    }

    private List<String> accounts(String image, String... parameters) {
        List<String> all = new ArrayList<>(List.of("ImageId", image));
        all.addAll(List.of(parameters));
        return cloud.ecs(cloud.owner, "DescribeImageSharePermission", all.toArray(String[]::new))
                .json()
                .findValuesAsText("AliyunId");
    }

    private List<String> images() {
        return cloud.ecs(cloud.owner, "DescribeImages", "PageSize", "100")
                .json()
                .findValuesAsText("ImageId");
    }

    private List<String> pageOfImages(int number) {
        return cloud.ecs(cloud.owner, "DescribeImages", "PageSize", "10", "PageNumber", Integer.toString(number))
                .json()
                .findValuesAsText("ImageId");
    }

    private List<String> members() {
        return cloud.manager
                .post(SandboxOverHttp.DIRECTORY, "ListAccounts", "PageSize", "100")
                .json()
                .findValuesAsText("AccountId");
    }
}

package dev.shareimage.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private final RunningSandbox sandbox = Sandbox.inMemory().start(0);
    private final RpcClient owner = RpcClient.owner(sandbox.uri());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_rule_meets_the_calls_it_names() {
        follow("'product':'Ecs','action':'Describe*','caller':'1000000000000001',"
                + "'parameters':{'RegionId':'cn-hong*'},'effect':{'type':'error','status':503,"
                + "'code':'ServiceUnavailable','message':'Later.'}");

        RpcAnswer refused = owner.ecs("DescribeImages", "RegionId", "cn-hongkong");
        assertThat(refused.outcome()).isEqualTo("503 ServiceUnavailable");
        assertThat(refused.text("/Message")).isEqualTo("Later.");
        assertThat(owner.ecs("DescribeImages", "RegionId", "cn-beijing").outcome())
                .isEqualTo("200");
        assertThat(identity()).isEqualTo("200");
    }

    @Test
    void a_rule_meets_the_occurrences_it_names() {
        follow("'from':2,'every':2,'count':2,'effect':{'type':'error'}");

        assertThat(outcomes(8)).containsExactly("200", FAILED, "200", FAILED, "200", "200", "200", "200");
    }

    @Test
    void chance_is_the_same_with_the_same_seed() {
        String rule = "'probability':0.5,'effect':{'type':'error'}";
        follow(rule);
        List<String> first = outcomes(20);
        follow(rule);

        assertThat(outcomes(20)).isEqualTo(first);
        assertThat(first).contains("200", FAILED);
    }

    @Test
    void throttling_comes_in_all_shapes() {
        follow("'effect':{'type':'throttle','retryAfterMillis':250}");
        Set<String> shapes = new HashSet<>(outcomes(16));

        assertThat(shapes)
                .hasSize(16)
                .contains("400 Throttling", "403 Throttling.Api", "429 Throttling.User", "503 Rejected.Throttling");
        assertThat(owner.sts("GetCallerIdentity").headers().firstValue("x-acs-retry-after"))
                .contains("250");
    }

    @Test
    void a_rate_limit_lets_through_what_is_below_it() {
        follow("'effect':{'type':'rate-limit','perSecond':0.001,'burst':3}");

        assertThat(outcomes(4)).containsExactly("200", "200", "200", "400 Throttling.User");
    }

    @Test
    void a_proxy_may_answer_in_html() {
        follow("'effect':{'type':'html'}");
        RpcAnswer answer = owner.sts("GetCallerIdentity");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    }

    @Test
    void a_reset_before_leaves_the_work_undone_and_one_after_does_not() {
        follow("'action':'CreateUser','count':1,'effect':{'type':'reset','when':'before'}");
        assertThatThrownBy(() -> owner.ram("CreateUser", "UserName", "alice")).isInstanceOf(RuntimeException.class);
        assertThat(owner.ram("GetUser", "UserName", "alice").outcome()).isEqualTo("404 EntityNotExist.User");

        follow("'action':'CreateUser','count':1,'effect':{'type':'reset','when':'after'}");
        assertThatThrownBy(() -> owner.ram("CreateUser", "UserName", "alice")).isInstanceOf(RuntimeException.class);
        assertThat(owner.ram("GetUser", "UserName", "alice").outcome()).isEqualTo("200");
    }

    @Test
    void bodies_may_be_cut_or_drip() {
        follow("'effect':{'type':'truncate','bytes':10}");
        assertThatThrownBy(() -> owner.sts("GetCallerIdentity")).isInstanceOf(RuntimeException.class);

        follow("'effect':{'type':'drip','bytes':20,'pauseMillis':10}");
        long start = System.nanoTime();
        assertThat(identity()).isEqualTo("200");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(80));
    }

    @Test
    void latency_delays() {
        follow("'effect':{'type':'latency','millis':60,'when':'after'}");
        long start = System.nanoTime();
        assertThat(identity()).isEqualTo("200");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void a_fault_disables_a_key_or_an_access_key() {
        follow("'effect':{'type':'key-state','keyId':'key-hk0cmk0000000000001'}");
        assertThat(owner.get("2016-01-20", "DescribeKey", "KeyId", "key-hk0cmk0000000000001", "RegionId", "cn-hongkong")
                        .text("/KeyMetadata/KeyState"))
                .isEqualTo("Disabled");

        follow("'from':2,'effect':{'type':'disable-access-key'}");
        assertThat(outcomes(2)).containsExactly("200", "400 InvalidAccessKeyId.Inactive");
    }

    @Test
    void several_rules_add_up() {
        sandbox.follow(FaultPlan.parse(json("{'rules':[{'effect':{'type':'latency','millis':50}},"
                + "{'effect':{'type':'error'}},{'effect':{'type':'throttle'}}]}")));
        long start = System.nanoTime();
        assertThat(identity()).isEqualTo(FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{'rule':[]}",
                "{'rules':[{}]}",
                "{'rules':[{'effect':{'type':'explode'}}]}",
                "{'rules':[{'efect':{'type':'throttle'}}]}",
                "{'rules':[{'effect':{'type':'latency','milis':5}}]}",
                "{'rules':[{'effect':{'type':'latency','millis':-5}}]}",
                "{'rules':[{'effect':{'type':'latency','millis':9,'upToMillis':5}}]}",
                "{'rules':[{'from':0,'effect':{'type':'throttle'}}]}",
                "{'rules':[{'effect':{'type':'rate-limit','perSecond':0}}]}",
                "{'settings':{'ramReadLag':5}}",
                "{'rules':1}",
                "{'rules':{'effect':{'type':'throttle'}}}",
                "{'rules':[{'product':'Esc','effect':{'type':'throttle'}}]}",
                "{'rules':[{'probability':1.5,'effect':{'type':'throttle'}}]}",
                "{'rules':[{'effect':{'type':'error','status':200}}]}",
                "{'rules':[{'effect':{'type':'error','status':99999}}]}",
                "{'rules':[{'effect':{'type':'reset','when':'later'}}]}",
                "{'rules':[{'effect':{'type':'latency','when':'later'}}]}",
                "{'rules':[{'effect':{'type':'vanish'}}]}",
                "{'rules':[{'effect':{'type':'vanish','kind':'ghost','key':'cn-hongkong/m-1'}}]}",
                "{'rules':[{'effect':{'type':'key-state'}}]}",
                "{'rules':[{'effect':{'type':'key-state','keyId':'key-1','state':'Broken'}}]}",
                "{'rules':[{'effect':{'type':'association','outcome':'Perhaps'}}]}",
                "{'rules':[{'effect':{'type':'image-copy','outcome':'Perhaps'}}]}",
                "{'settings':{'associationFailure':'Perhaps'}}",
                "{'settings':{'associations':[{'failure':'Perhaps'}]}}",
            })
    void a_plan_with_a_mistake_is_refused(String plan) {
        assertThatThrownBy(() -> FaultPlan.parse(json(plan))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_plan_that_is_too_deep_is_refused() {
        assertThatThrownBy(() -> FaultPlan.parse("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ecs", "ECS", "ecs", "E*", "*"})
    void a_product_is_named_in_any_case(String product) {
        follow("'product':'" + product + "','effect':{'type':'error'}");

        assertThat(owner.ecs("DescribeRegions").outcome()).isEqualTo(FAILED);
    }

    @Test
    void settings_of_a_plan_end_with_the_sandbox_that_follows_it(@TempDir Path directory) {
        FaultPlan plan = FaultPlan.parse(
                json("{'settings':{'trustDocumentLimit':10},'imageSettings':{'numericAccountIds':true}}"));
        try (RunningSandbox faulty = Sandbox.open(directory).withFaults(plan).start(0)) {
            RpcClient client = RpcClient.owner(faulty.uri());
            assertThat(createRole(client, "first")).isEqualTo("400 InvalidParameter.AssumeRolePolicyDocument.Length");
            assertThat(accounts(client)).doesNotContain("\"AliyunId\":\"");

            Sandbox.reset(directory);
            assertThat(createRole(client, "second")).isEqualTo("400 InvalidParameter.AssumeRolePolicyDocument.Length");
            client.ram("CreateUser", "UserName", "a-change-that-is-stored");

            try (RunningSandbox other = Sandbox.open(directory).start(0)) {
                assertThat(createRole(RpcClient.owner(other.uri()), "third")).isEqualTo("200");
            }
        }
        try (RunningSandbox later = Sandbox.open(directory).start(0)) {
            assertThat(createRole(RpcClient.owner(later.uri()), "fourth")).isEqualTo("200");
            assertThat(accounts(RpcClient.owner(later.uri()))).contains("\"AliyunId\":\"");
        }
    }

    private static String createRole(RpcClient client, String name) {
        return client.ram(
                        "CreateRole",
                        "RoleName",
                        name,
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                                + "\"Principal\":{\"Service\":[\"ecs.aliyuncs.com\"]}}]}")
                .outcome();
    }

    private static String accounts(RpcClient client) {
        return client.ecs("DescribeImageSharePermission", "RegionId", "cn-hongkong", "ImageId", "m-hk0shared0000000050")
                .json()
                .toString();
    }

    private static final String FAILED = "500 InternalError";

    private void follow(String rule) {
        sandbox.follow(FaultPlan.parse(json("{'seed':7,'rules':[{" + rule + "}]}")));
    }

    private List<String> outcomes(int count) {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(identity());
        }
        return outcomes;
    }

    private String identity() {
        return owner.sts("GetCallerIdentity").outcome();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

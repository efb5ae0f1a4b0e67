package dev.shareimage.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEvaluatorTest {

    private static final String IMAGE = "acs:ecs:cn-hongkong:1000000000000001:image/m-1";

    @ParameterizedTest
    @CsvSource({
        "ecs:*, *, ALLOWED",
        "*, *, ALLOWED",
        "ecs:Describe*, *, ALLOWED",
        "ECS:describeimages, *, ALLOWED",
        "ecs:DescribeImage?, *, ALLOWED",
        "ecs:DescribeImage, *, NOT_ALLOWED",
        "ram:*, *, NOT_ALLOWED",
        "ecs:*, acs:ecs:*:*:image/*, ALLOWED",
        "ecs:*, acs:ecs:cn-hongkong:1000000000000001:image/m-1, ALLOWED",
        "ecs:*, acs:ecs:cn-beijing:*:image/*, NOT_ALLOWED",
        "ecs:*, acs:ecs:*:*:IMAGE/*, NOT_ALLOWED",
    })
    void an_allowance_covers_what_its_patterns_match(String action, String resource, PolicyDecision expected) {
        assertThat(judge(statement("Allow", "Action", action, "Resource", resource)))
                .isEqualTo(expected);
    }

    @Test
    void a_denial_wins_at_any_place() {
        String allow = statement("Allow", "Action", "ecs:*", "Resource", "*");
        String deny = statement("Deny", "Action", "ecs:Describe*", "Resource", "*");

        assertThat(judge(allow, deny)).isEqualTo(PolicyDecision.DENIED);
        assertThat(judge(deny, allow)).isEqualTo(PolicyDecision.DENIED);
        assertThat(judge(deny)).isEqualTo(PolicyDecision.DENIED);
        assertThat(judge()).isEqualTo(PolicyDecision.NOT_ALLOWED);
    }

    @Test
    void negations_pick_everything_else() {
        assertThat(judge(statement("Allow", "NotAction", "ram:*", "Resource", "*")))
                .isEqualTo(PolicyDecision.ALLOWED);
        assertThat(judge(statement("Allow", "NotAction", "ecs:*", "Resource", "*")))
                .isEqualTo(PolicyDecision.NOT_ALLOWED);
        assertThat(judge(statement("Allow", "Action", "ecs:*", "NotResource", IMAGE)))
                .isEqualTo(PolicyDecision.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"StringEquals\":{\"k\":\"v\"}} | ALLOWED",
                "{\"StringEquals\":{\"k\":[\"x\",\"v\"]}} | ALLOWED",
                "{\"StringEquals\":{\"k\":\"V\"}} | NOT_ALLOWED",
                "{\"StringEquals\":{\"k\":\"*\"}} | NOT_ALLOWED",
                "{\"StringEqualsIgnoreCase\":{\"k\":\"V\"}} | ALLOWED",
                "{\"StringLike\":{\"k\":\"?\"}} | ALLOWED",
                "{\"StringLike\":{\"other\":\"*\"}} | NOT_ALLOWED",
                "{\"StringNotEquals\":{\"k\":\"x\"}} | ALLOWED",
                "{\"StringNotEquals\":{\"k\":[\"x\",\"v\"]}} | NOT_ALLOWED",
                "{\"StringNotEquals\":{\"other\":\"x\"}} | ALLOWED",
                "{\"StringEquals\":{\"k\":\"v\",\"other\":\"x\"}} | NOT_ALLOWED",
                "{\"StringEquals\":{\"k\":\"v\"},\"Bool\":{\"b\":\"TRUE\"}} | ALLOWED",
                "{\"Bool\":{\"b\":false}} | NOT_ALLOWED",
                "{\"NumericLessThan\":{\"n\":\"8\"}} | ALLOWED",
                "{\"NumericGreaterThanEquals\":{\"n\":8}} | NOT_ALLOWED",
                "{\"NumericEquals\":{\"k\":\"7\"}} | NOT_ALLOWED",
                "{\"DateLessThan\":{\"t\":\"2026-12-01T00:00:00Z\"}} | ALLOWED",
            })
    void all_conditions_must_hold(String condition, PolicyDecision expected) {
        assertThat(judge("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":" + condition + "}"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"Version\":\"1\"}",
                "{\"Version\":\"1\",\"Statement\":[]}",
                "{\"Version\":\"1\",\"Statement\":[1]}",
                "{\"Version\":\"1\",\"Statement\":[{}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\"}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\"}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":{},\"Resource\":\"*\"}]}",
                "{\"Version\":\"2\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotAction\":\"a\","
                        + "\"Resource\":\"*\"}]}",
                "{\"Version\":\"1\",\"Version\":\"1\",\"Statement\":[]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringSounds\":{\"a\":\"b\"}}}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":\"a\"}}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"StringEquals\":{}}}]}",
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]} x",
            })
    void an_invalid_permission_policy_is_refused(String document) {
        assertThatThrownBy(() -> PolicyDocument.checkPermissions(document))
                .isInstanceOf(MalformedPolicyException.class);
    }

    @Test
    void deep_nesting_is_refused_and_does_no_harm() {
        assertThatThrownBy(() -> PolicyDocument.parse("[".repeat(100_000)))
                .isInstanceOf(MalformedPolicyException.class);
    }

    @Test
    void a_pattern_of_many_stars_is_still_quick() {
        assertThat(Wildcards.matches("*a".repeat(50) + "b", "a".repeat(5_000))).isFalse();
        assertThat(Wildcards.matches("a*b*c", "aXbYbZc")).isTrue();
        assertThat(Wildcards.matches("", "")).isTrue();
        assertThat(Wildcards.matches("", "a")).isFalse();
        assertThat(Wildcards.matches("**", "")).isTrue();
    }

    private static PolicyDecision judge(String... statements) {
        Map<String, String> context = Map.of("k", "v", "b", "true", "n", "7", "t", "2026-11-23T00:00:00Z");
        return PolicyEvaluator.judge(documents(statements), "ecs:DescribeImages", IMAGE, context);
    }

    private static List<PolicyDocument> documents(String... statements) {
        List<PolicyDocument> documents = new ArrayList<>();
        try {
            for (String statement : statements) {
                documents.add(PolicyDocument.parse("{\"Version\":\"1\",\"Statement\":[" + statement + "]}"));
            }
            return documents;
        } catch (MalformedPolicyException wrongTest) {
            throw new IllegalArgumentException(wrongTest);
        }
    }

    private static String statement(String effect, String actionKind, String action, String kind, String resource) {
        return "{\"Effect\":\"%s\",\"%s\":\"%s\",\"%s\":[\"%s\"]}"
                .formatted(effect, actionKind, action, kind, resource);
    }
}

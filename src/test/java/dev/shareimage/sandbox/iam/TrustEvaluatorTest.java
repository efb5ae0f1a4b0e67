package dev.shareimage.sandbox.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustEvaluatorTest {

    private static final String ECS_OF_RECIPIENT = "2000000000000002@ecs.aliyuncs.com";

    private static final Map<String, String> MEMBER =
            Map.of("sts:ServiceOwnerRDId", "rd-1", "sts:ServiceOwnerRDPath", "rd-1/r-1/fd-1/fd-2/2000000000000002");

    @ParameterizedTest
    @CsvSource({
        "2000000000000002@ecs.aliyuncs.com, true",
        "*@ecs.aliyuncs.com, true",
        "2000000000000003@ecs.aliyuncs.com, false",
        "ecs.aliyuncs.com, false",
        "2000000000000002@ ecs.aliyuncs.com, false",
        "*@oss.aliyuncs.com, false",
        "2*@ecs.aliyuncs.com, false",
        "*, false",
    })
    void a_service_principal_is_meant_by_its_name_or_by_any_account(String principal, boolean expected) {
        assertThat(trusts(allow("{\"Service\":[\"" + principal + "\"]}", ""))).isEqualTo(expected);
        assertThat(trusts(allow("{\"Service\":\"" + principal + "\"}", ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-1\"}} | true",
                "{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-2\"}} | false",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-1/r-1/fd-1*\"}} | true",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-1/r-1/fd-1/fd-2*\"}} | true",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-1/r-1/fd-2*\"}} | false",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":[\"rd-1/r-1/fd-9*\",\"rd-1/r-1*\"]}} | true",
            })
    void conditions_ask_for_the_place_in_the_directory(String condition, boolean expected) {
        String document = allow("{\"Service\":\"*@ecs.aliyuncs.com\"}", ",\"Condition\":" + condition);

        assertThat(TrustEvaluator.allows(document, ECS_OF_RECIPIENT, MEMBER)).isEqualTo(expected);
        assertThat(TrustEvaluator.allows(document, ECS_OF_RECIPIENT, Map.of())).isFalse();
    }

    @Test
    void any_statement_may_allow_and_any_may_deny() {
        String other = statement("Allow", "sts:AssumeRole", "{\"Service\":\"oss.aliyuncs.com\"}", "");
        String allow = statement("Allow", "sts:AssumeRole", "{\"Service\":\"*@ecs.aliyuncs.com\"}", "");
        String deny = statement("Deny", "sts:*", "{\"Service\":\"" + ECS_OF_RECIPIENT + "\"}", "");

        assertThat(trusts(document(other + "," + allow))).isTrue();
        assertThat(trusts(document(allow + "," + deny))).isFalse();
        assertThat(trusts(document(deny + "," + allow))).isFalse();
        assertThat(trusts(document(other))).isFalse();
    }

    @Test
    void another_action_trusts_nobody() {
        assertThat(trusts(document(
                        statement("Allow", "sts:GetCallerIdentity", "{\"Service\":\"*@ecs.aliyuncs.com\"}", ""))))
                .isFalse();
    }

    @Test
    void an_unreadable_policy_trusts_nobody() {
        assertThat(trusts("{\"バージョン\":\"1\"")).isFalse();
    }

    @Test
    void identities_are_meant_by_name_or_by_their_whole_account() {
        String user = "acs:ram::1000000000000001:user/operator";
        assertThat(trustsUser(allow("{\"RAM\":[\"acs:ram::1000000000000001:root\"]}", ""), user))
                .isTrue();
        assertThat(trustsUser(allow("{\"RAM\":\"" + user + "\"}", ""), user)).isTrue();
        assertThat(trustsUser(allow("{\"RAM\":\"acs:ram::1000000000000001:user/other\"}", ""), user))
                .isFalse();
        assertThat(trustsUser(allow("{\"RAM\":\"acs:ram::2000000000000002:root\"}", ""), user))
                .isFalse();
        assertThat(trustsUser(allow("{\"Service\":\"*@ecs.aliyuncs.com\"}", ""), user))
                .isFalse();
    }

    private static boolean trusts(String document) {
        return TrustEvaluator.allows(document, ECS_OF_RECIPIENT, MEMBER);
    }

    private static boolean trustsUser(String document, String arn) {
        return TrustEvaluator.allowsIdentity(document, "1000000000000001", arn, Map.of());
    }

    private static String allow(String principal, String more) {
        return document(statement("Allow", "sts:AssumeRole", principal, more));
    }

    private static String statement(String effect, String action, String principal, String more) {
        return "{\"Effect\":\"%s\",\"Action\":\"%s\",\"Principal\":%s%s}".formatted(effect, action, principal, more);
    }

    private static String document(String statements) {
        return "{\"Version\":\"1\",\"Statement\":[" + statements + "]}";
    }
}

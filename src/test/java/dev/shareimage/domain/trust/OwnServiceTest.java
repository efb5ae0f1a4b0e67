package dev.shareimage.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnServiceTest {

    private static final String ECS = "ecs.aliyuncs.com";
    private static final String ALLOW = statement("Allow", ECS, "");

    @ParameterizedTest
    @CsvSource({
        "Allow, ecs.aliyuncs.com, false, true",
        "Allow, rds.aliyuncs.com, false, false",
        "Allow, ecs.aliyuncs.com, true, ",
        "Deny, rds.aliyuncs.com, false, ",
    })
    void a_statement_trusts_a_service_or_does_not_or_leaves_it_open(
            String effect, String service, boolean condition, Boolean trusted) throws TrustPolicyException {
        TrustPolicy policy = policy(statement(effect, service, condition ? condition() : ""));

        assertThat(OwnService.isTrusted(policy, ECS)).isEqualTo(trusted);
    }

    @Test
    void a_condition_in_one_statement_takes_nothing_from_another() throws TrustPolicyException {
        assertThat(OwnService.isTrusted(policy(statement("Allow", ECS, condition()), ALLOW), ECS))
                .isTrue();
    }

    @Test
    void whoever_is_trusted_already_stays_when_a_service_is_added() throws TrustPolicyException {
        String others = "{\"Sid\":\"theirs\",\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{\"RAM\":[\"acs:ram::1:root\"]},\"Later\":7}";

        assertThat(OwnService.trusting(policy(others), ECS)).contains(policy(others, ALLOW));
    }

    @Test
    void another_statement_does_not_lift_a_denial() throws TrustPolicyException {
        assertThat(OwnService.trusting(policy(statement("Deny", ECS, "")), ECS)).isEmpty();
    }

    @Test
    void a_document_to_paste_stays_within_its_quotes_and_means_the_same() throws TrustPolicyException {
        TrustPolicy policy = policy("{\"Sid\":\"it's \u202e\u9999\u007f\"}");

        assertThat(policy.quotable())
                .contains("it\\u0027s \\u202e\\u9999\\u007f")
                .matches("[ -&(-~]*");
        assertThat(TrustPolicy.parse(policy.quotable())).isEqualTo(policy);
    }

    private static TrustPolicy policy(String... statements) throws TrustPolicyException {
        return TrustPolicy.parse("{\"Version\":\"1\",\"Statement\":[" + String.join(",", statements) + "]}");
    }

    private static String condition() {
        return ",\"Condition\":{\"StringEquals\":{\"acs:SourceIp\":\"10.0.0.1\"}}";
    }

    private static String statement(String effect, String service, String more) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"" + service
                + "\"]}" + more + "}";
    }
}

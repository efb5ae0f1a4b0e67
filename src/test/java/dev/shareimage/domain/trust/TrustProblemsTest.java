package dev.shareimage.domain.trust;

import static dev.shareimage.domain.trust.Golden.BOB;
import static dev.shareimage.domain.trust.Golden.CAROL;
import static dev.shareimage.domain.trust.Golden.DIRECTORY;
import static dev.shareimage.domain.trust.Golden.FOLDER;
import static dev.shareimage.domain.trust.Golden.accounts;
import static dev.shareimage.domain.trust.Golden.anyone;
import static dev.shareimage.domain.trust.Golden.policy;
import static dev.shareimage.domain.trust.Golden.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.trust.TrustProblem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustProblemsTest {

    @Test
    void finds_nothing_in_what_we_write() {
        assertThat(TrustPolicy.of(List.of(BOB, CAROL, DIRECTORY, FOLDER)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"*\"}}",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":[\"rd-1/r-1/fd-1*\",\"*\"]}}",
                "{\"StringLike\":{\"sts:ServiceOwnerRDId\":\"rd-*\"}}",
                "{\"StringLike\":{\"sts:ServiceOwnerRDId\":\"?d-*\"}}",
                "{\"StringNotEquals\":{\"sts:ServiceOwnerRDId\":\"rd-1\"}}",
                "{\"Bool\":{\"acs:SecureTransport\":\"true\"}}",
            })
    void reports_a_condition_that_any_account_meets(String condition) {
        TrustPolicy open = policy(accounts("1234567890123456"), anyone(condition));

        assertThat(open.problems()).containsExactly(new TrustProblem(Kind.ANY_ACCOUNT, 2, "*@ecs.aliyuncs.com"));
        assertThat(open.problems().get(0).critical()).isTrue();
        assertThat(open.allowsAnyAccount()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "[\"*\"]"})
    void reports_the_bare_asterisk(String principal) {
        TrustPolicy open =
                policy("{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":" + principal + "}");

        assertThat(open.problems()).containsExactly(new TrustProblem(Kind.ANY_ACCOUNT, 1, "*"));
        assertThat(open.allowsAnyAccount()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "acs:ram::*:root", "acs:ram::*:user/*"})
    void calls_it_critical_where_identities_of_any_account_may_assume_the_role(String identity) {
        TrustPolicy open = policy(identity(identity, ""));

        assertThat(open.problems()).containsExactly(new TrustProblem(Kind.ANY_IDENTITY, 1, identity));
        assertThat(open.problems().get(0).critical()).isTrue();
        assertThat(open.allowsAnyAccount()).isTrue();
    }

    @Test
    void leaves_identities_of_one_account_and_conditions_that_narrow_alone() {
        assertThat(policy(identity("acs:ram::1000000000000001:root", "")).problems())
                .isEmpty();
        assertThat(policy(identity("*", ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}"))
                        .problems())
                .isEmpty();
        assertThat(policy(identity("*", "").replace("Allow", "Deny")).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"*\"}}",
                "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"}}",
                "{\"Effect\":\"Allow\",\"Action\":\"sts:Assume*\",\"Principal\":{\"Service\":\"*@ecs.aliyuncs.com\"}}",
            })
    void finds_statements_that_allow_even_more(String statement) {
        assertThat(policy(statement).problems())
                .containsExactly(new TrustProblem(Kind.ANY_ACCOUNT, 1, "*@ecs.aliyuncs.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-1\"},"
                        + "\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"*\"}}",
                "{\"StringEquals\":{\"acs:SomeFutureKey\":\"x\"}}",
                "{\"StringLike\":{\"sts:ServiceOwnerRDPath\":\"rd-1/*\"}}",
            })
    void is_content_where_one_condition_narrows(String condition) {
        assertThat(policy(anyone(condition)).problems()).isEmpty();
    }

    @Test
    void does_not_report_a_denial_as_open_to_everybody() {
        assertThat(policy(anyone("").replace("Allow", "Deny")).allowsAnyAccount())
                .isFalse();
    }

    @Test
    void finds_what_the_machine_translation_damaged() {
        assertThat(policy(accounts("1234567890123456").replace("@ecs", "@ ecs")).problems())
                .containsExactly(new TrustProblem(Kind.SPACE_IN_PRINCIPAL, 1, "1234567890123456@ ecs.aliyuncs.com"));
        assertThat(policy(accounts("1234567890123456").replace("@ecs", "@\u3000ecs"))
                        .problems())
                .containsExactly(
                        new TrustProblem(Kind.SPACE_IN_PRINCIPAL, 1, "1234567890123456@\u3000ecs.aliyuncs.com"));
        assertThat(policy(accounts("1234567890123456").replace("@ecs", "@\u00a0ecs"))
                        .problems())
                .containsExactly(
                        new TrustProblem(Kind.SPACE_IN_PRINCIPAL, 1, "1234567890123456@\u00a0ecs.aliyuncs.com"));
    }

    @Test
    void finds_the_service_without_an_account() {
        assertThat(policy(accounts("1234567890123456").replace("1234567890123456@", ""))
                        .problems())
                .containsExactly(new TrustProblem(Kind.SERVICE_WITHOUT_ACCOUNT, 1, "ecs.aliyuncs.com"));
    }

    @Test
    void finds_a_missing_or_foreign_version() {
        assertThat(read("{\"Statement\":[]}").problems())
                .containsExactly(new TrustProblem(Kind.MISSING_VERSION, 0, ""));
        assertThat(read("{\"Version\":\"2012-10-17\",\"Statement\":[]}").problems())
                .containsExactly(new TrustProblem(Kind.MISSING_VERSION, 0, "2012-10-17"));
    }

    @Test
    void finds_accounts_that_share_a_condition_with_everyone() {
        TrustPolicy mixed = policy(anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-1\"}}")
                .replace("[\"*", "[\"1234567890123456@ecs.aliyuncs.com\",\"*"));

        assertThat(mixed.problems()).containsExactly(new TrustProblem(Kind.MIXED_AUDIENCE, 1, "*@ecs.aliyuncs.com"));
        assertThat(mixed.covers(BOB)).isFalse();
    }

    @Test
    void finds_a_wildcard_that_is_taken_literally() {
        assertThat(policy(anyone("{\"StringEquals\":{\"sts:ServiceOwnerRDPath\":\"rd-1/r-1/fd-1*\"}}"))
                        .problems())
                .containsExactly(new TrustProblem(Kind.WILDCARD_NOT_EVALUATED, 1, "rd-1/r-1/fd-1*"));
    }

    @Test
    void finds_a_statement_that_allows_something_else() {
        assertThat(policy(accounts("1234567890123456").replace("sts:AssumeRole", "sts:GetCallerIdentity"))
                        .problems())
                .containsExactly(new TrustProblem(Kind.OTHER_ACTION, 1, "1234567890123456@ecs.aliyuncs.com"));
    }

    @Test
    void finds_everything_at_once() {
        assertThat(read("{\"Statement\":["
                                + accounts("1234567890123456").replace("@ecs", "@ ecs") + ","
                                + anyone("") + "]}")
                        .problems())
                .extracting(TrustProblem::kind)
                .containsExactly(Kind.MISSING_VERSION, Kind.SPACE_IN_PRINCIPAL, Kind.ANY_ACCOUNT);
    }

    private static String identity(String identity, String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"RAM\":\"" + identity + "\"}"
                + condition + "}";
    }
}

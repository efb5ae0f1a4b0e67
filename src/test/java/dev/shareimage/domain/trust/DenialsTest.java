package dev.shareimage.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenialsTest {

    private static final ShareTarget.Account ONE = new ShareTarget.Account(new AccountId("2000000000000002"));
    private static final String ALLOW = statement("Allow", "\"2000000000000002@ecs.aliyuncs.com\"", "");

    @Test
    void a_denial_of_one_account_goes_as_a_whole_and_everything_else_stays() throws TrustPolicyException {
        String other = "{\"Sid\":\"theirs\",\"Effect\":\"Deny\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{\"RAM\":[\"acs:ram::1:root\"]},\"Later\":7}";
        TrustPolicy policy = policy(other, statement("Deny", "\"2000000000000002@ecs.aliyuncs.com\"", ""), ALLOW);

        assertThat(lift(policy)).isEqualTo(policy(other, ALLOW));
    }

    @Test
    void of_several_denied_accounts_the_others_stay_denied() throws TrustPolicyException {
        String both = "\"2000000000000002@ecs.aliyuncs.com\",\"2000000000000003@ecs.aliyuncs.com\"";
        String other = "\"2000000000000003@ecs.aliyuncs.com\"";

        assertThat(lift(policy(ALLOW, statement("Deny", both, ""))))
                .isEqualTo(policy(ALLOW, statement("Deny", other, "")));
    }

    @Test
    void an_account_that_was_not_trusted_before_is_trusted() throws TrustPolicyException {
        TrustPolicy policy = policy(statement("Deny", "\"2000000000000002@ecs.aliyuncs.com\"", ""));

        assertThat(lift(policy).covers(ONE)).isTrue();
    }

    @Test
    void a_wider_denial_is_not_touched() throws TrustPolicyException {
        TrustPolicy policy = policy(ALLOW, statement("Deny", "\"*@ecs.aliyuncs.com\"", ""));

        assertThat(Denials.lift(policy, List.of(ONE), DirectoryMembers.unknown()))
                .isEmpty();
    }

    private static TrustPolicy lift(TrustPolicy policy) {
        return Denials.lift(policy, List.of(ONE), DirectoryMembers.unknown()).orElseThrow();
    }

    private static TrustPolicy policy(String... statements) throws TrustPolicyException {
        return TrustPolicy.parse("{\"Version\":\"1\",\"Statement\":[" + String.join(",", statements) + "]}");
    }

    private static String statement(String effect, String services, String more) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[" + services
                + "]}" + more + "}";
    }
}

package dev.shareimage.domain.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RamPolicyTest {

    @Test
    void limitsWhatARecipientMayLaunchFrom() {
        Scope scope = new Scope(
                Optional.of(new RegionId("cn-hongkong")),
                Optional.of(new AccountId("2000000000000002")),
                List.of(new ImageId("m-1"), new ImageId("m-2"), new ImageId("m-1")));

        assertThat(Json.write(RamPolicy.of(Duty.RECIPIENT, scope).document()))
                .isEqualTo("{\"Version\":\"1\",\"Statement\":["
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ecs:DescribeImages\"],"
                        + "\"Resource\":[\"acs:ecs:cn-hongkong:2000000000000002:image/*\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ecs:CreateInstance\",\"ecs:RunInstances\"],"
                        + "\"Resource\":[\"acs:ecs:cn-hongkong:2000000000000002:*\","
                        + "\"acs:ecs:cn-hongkong:*:image/m-1\",\"acs:ecs:cn-hongkong:*:image/m-2\"]}]}");
    }

    @Test
    void standsForEverythingWhereNoLimitIsGiven() {
        assertThat(Json.write(RamPolicy.of(Duty.PUBLISHER, Scope.NONE).document()))
                .contains("\"acs:ecs:*:*:image/*\"", "\"acs:kms:*:*:key/*\"")
                .doesNotContain("${");
    }

    @Test
    void limitsOperatorsToTheRoleAndTheOnePolicyOfItsOwn() {
        assertThat(Json.write(RamPolicy.of(Duty.OPERATOR, Scope.NONE).document()))
                .contains("\"Action\":[\"ram:AttachPolicyToRole\",\"ram:CreateRole\",\"ram:GetRole\","
                        + "\"ram:ListPoliciesForRole\",\"ram:UpdateRole\"],"
                        + "\"Resource\":[\"acs:ram:*:*:role/AliyunECSShareEncryptImageDefaultRole\","
                        + "\"acs:ram:*:system:policy/AliyunKMSFullAccess\"]");
    }

    @ParameterizedTest
    @EnumSource(Duty.class)
    void allowsNoWholeProductAndNamesWhatCannotBeLimited(Duty duty) {
        RamPolicy policy = RamPolicy.of(duty, Scope.NONE);

        assertThat(policy.actions()).isNotEmpty().noneMatch(action -> action.contains("*"));
        assertThat(policy.actions()).containsAll(policy.unscoped());
        assertThat(policy.name()).matches("[A-Za-z0-9-]{1,128}");
    }

    @Test
    void namesTheActionsThatConcernNoParticularThing() {
        assertThat(RamPolicy.of(Duty.OPERATOR, Scope.NONE).unscoped())
                .containsExactly(
                        "ecs:DescribeRegions",
                        "resourcemanager:GetFolder",
                        "resourcemanager:GetResourceDirectory",
                        "resourcemanager:ListAccounts");
        assertThat(RamPolicy.of(Duty.RECIPIENT, Scope.NONE).unscoped()).isEmpty();
    }

    @Test
    void knowsDutiesByTheirLabels() {
        assertThat(Duty.of("publisher")).isEqualTo(Duty.PUBLISHER);
        assertThatThrownBy(() -> Duty.of("pub\u001B[31m"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("'pub\uFFFD[31m' is not one of operator, publisher, recipient");
    }
}

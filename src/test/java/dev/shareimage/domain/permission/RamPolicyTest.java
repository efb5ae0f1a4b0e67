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
    void limits_what_a_recipient_may_launch_from() {
        Scope scope = new Scope(
                Optional.of(new RegionId("cn-hongkong")),
                Optional.of(new AccountId("2000000000000002")),
                List.of(new ImageId("m-1"), new ImageId("m-2"), new ImageId("m-1")));

        assertThat(Json.write(RamPolicy.of(Persona.RECIPIENT, scope).document()))
                .isEqualTo("{\"Version\":\"1\",\"Statement\":["
                        + "{\"Effect\":\"Allow\",\"Action\":[\"kms:DescribeAccountKmsStatus\"],\"Resource\":[\"*\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ecs:DescribeImages\"],"
                        + "\"Resource\":[\"acs:ecs:cn-hongkong:2000000000000002:image/*\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ecs:CopyImage\"],\"Resource\":["
                        + "\"acs:ecs:cn-hongkong:*:image/m-1\",\"acs:ecs:cn-hongkong:*:image/m-2\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ecs:CreateInstance\",\"ecs:RunInstances\"],"
                        + "\"Resource\":[\"acs:ecs:cn-hongkong:2000000000000002:*\","
                        + "\"acs:ecs:cn-hongkong:*:image/m-1\",\"acs:ecs:cn-hongkong:*:image/m-2\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"kms:DescribeKey\",\"kms:ListKeys\",\"kms:ListResourceTags\"],"
                        + "\"Resource\":[\"acs:kms:cn-hongkong:2000000000000002:key/*\","
                        + "\"acs:kms:cn-hongkong:2000000000000002:alias/*\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"ram:GetRole\",\"ram:ListPoliciesForRole\"],"
                        + "\"Resource\":[\"acs:ram:*:2000000000000002:role/AliyunECSDiskEncryptDefaultRole\"]},"
                        + "{\"Effect\":\"Allow\",\"Action\":[\"resourcesharing:ListSharedResources\"],"
                        + "\"Resource\":[\"acs:resourcesharing:cn-hongkong:2000000000000002:resourceshare/*\"]}]}");
    }

    @Test
    void means_everything_without_a_limit() {
        assertThat(Json.write(RamPolicy.of(Persona.PUBLISHER, Scope.NONE).document()))
                .contains("\"acs:ecs:*:*:image/*\"", "\"acs:kms:*:*:key/*\"")
                .doesNotContain("${");
    }

    @Test
    void limits_operators_to_the_role_and_the_one_policy_of_its_own() {
        assertThat(Json.write(RamPolicy.of(Persona.OPERATOR, Scope.NONE).document()))
                .contains("\"Action\":[\"ram:AttachPolicyToRole\",\"ram:CreateRole\",\"ram:GetRole\","
                        + "\"ram:ListPoliciesForRole\",\"ram:UpdateRole\"],"
                        + "\"Resource\":[\"acs:ram:*:*:role/AliyunECSShareEncryptImageDefaultRole\","
                        + "\"acs:ram:*:system:policy/AliyunKMSFullAccess\"]");
    }

    @ParameterizedTest
    @EnumSource(Persona.class)
    void allows_no_whole_product_and_names_what_cannot_be_limited(Persona persona) {
        RamPolicy policy = RamPolicy.of(persona, Scope.NONE);

        assertThat(policy.actions()).isNotEmpty().noneMatch(action -> action.contains("*"));
        assertThat(policy.actions()).containsAll(policy.unscoped());
        assertThat(policy.name()).matches("[A-Za-z0-9-]{1,128}");
    }

    @Test
    void names_the_actions_that_concern_no_particular_thing() {
        assertThat(RamPolicy.of(Persona.OPERATOR, Scope.NONE).unscoped())
                .containsExactly(
                        "ecs:DescribeRegions",
                        "resourcemanager:GetFolder",
                        "resourcemanager:GetResourceDirectory",
                        "resourcemanager:ListAccounts");
        assertThat(RamPolicy.of(Persona.RECIPIENT, Scope.NONE).unscoped())
                .containsExactly("kms:DescribeAccountKmsStatus");
    }

    @Test
    void knows_personas_by_their_labels() {
        assertThat(Persona.of("publisher")).isEqualTo(Persona.PUBLISHER);
        assertThatThrownBy(() -> Persona.of("pub\u001B[31m"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("this is not one of operator, publisher, recipient, verifier");
    }
}

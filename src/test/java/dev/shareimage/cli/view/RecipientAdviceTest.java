package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.Report.TrustResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientAdviceTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh"})
    void names_all_that_a_recipient_of_an_encrypted_image_needs(String language) {
        String advice = document(language, true, TargetStatus.SHARED);

        assertThat(advice)
                .contains(
                        "AliyunECSDiskEncryptDefaultRole",
                        "AliyunECSDiskEncryptRolePolicy",
                        "Aliyun_AES_256",
                        "Aliyun_SM4",
                        "acs:ecs:disk-encryption",
                        "ESSD",
                        "cloud_essd",
                        "ecs:DescribeImages",
                        "ecs:RunInstances",
                        "ecs:CreateInstance",
                        "aliyun ecs DescribeImages --RegionId cn-hongkong --ImageOwnerAlias others --ImageId m-1",
                        "aliyun ecs RunInstances --RegionId cn-hongkong --ImageId m-1");
    }

    @Test
    void says_nothing_of_keys_for_a_plain_image() {
        assertThat(document("en", false, TargetStatus.SHARED).replaceAll("\"policy\":.*", ""))
                .contains("RunInstances")
                .doesNotContain("KMS", "Role", "Encrypted");
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED", "ALREADY_SHARED"})
    void is_there_for_whoever_has_the_image(TargetStatus status) {
        assertThat(document("en", true, status)).isNotEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "NOT_TRIED", "PENDING", "PLANNED"})
    void is_not_there_where_nobody_has_it(TargetStatus status) {
        assertThat(document("en", true, status)).isEqualTo("null");
    }

    @Test
    void is_there_for_whoever_is_to_get_the_image_by_a_plan() {
        assertThat(document("en", true, TargetStatus.PLANNED, Status.PLANNED))
                .isEqualTo(document("en", true, TargetStatus.SHARED));
        assertThat(document("en", true, TargetStatus.PLANNED, Status.DECLINED)).isEqualTo("null");
    }

    private static String document(String language, boolean encrypted, TargetStatus status) {
        return document(language, encrypted, status, Status.SUCCEEDED);
    }

    private static String document(String language, boolean encrypted, TargetStatus status, Status whole) {
        Report report = new Report(
                whole,
                new RegionId("cn-hongkong"),
                null,
                List.of(),
                new RoleResult("role", RoleAction.UNCHANGED),
                new TrustResult(RoleAction.UNCHANGED, List.of(), List.of(), null),
                List.of(),
                List.of(new ImageResult(
                        ImageRef.parse("cn-hongkong:m-1"),
                        "golden",
                        encrypted,
                        List.of(new TargetResult("account", "2000000000000002", status, null)))),
                new CallCount(1, 0),
                List.of(),
                null);
        return String.valueOf(new RecipientAdvice(
                        Messages.load("cli", language),
                        new PastedCommands(Optional.empty(), Optional.empty(), List.of(), Optional.empty()))
                .document(report));
    }
}

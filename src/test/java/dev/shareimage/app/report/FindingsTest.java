package dev.shareimage.app.report;

import static dev.shareimage.app.report.ReportFixture.NOW;
import static dev.shareimage.app.report.ReportFixture.UNTRUSTED;
import static dev.shareimage.app.report.ReportFixture.accepts;
import static dev.shareimage.app.report.ReportFixture.account;
import static dev.shareimage.app.report.ReportFixture.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.RoleFacts;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.trust.TrustProblem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Messages ENGLISH = Messages.load("report", "en");

    @Test
    void says_the_worst_first_each_with_its_repair() {
        assertThat(lines(find(ReportFixture.small()))).isEqualTo("""
                fail not-trusted 3000000000000003 has 1 encrypted image and cannot use it: the trust policy of the role does not cover it
                    share-image set-trust --profile images --accounts 3000000000000003
                fail key-deletion key key-sg0cmk0000000000001 in ap-southeast-1 will be deleted at 2026-12-20T00:00:00Z: 1 shared image is useless from then on
                    aliyun kms CancelKeyDeletion --profile images --region ap-southeast-1 --KeyId key-sg0cmk0000000000001
                warn outside-directory 3000000000000003 has 2 images and is not in the resource directory rd-sbx001
                    share-image unshare --profile images --image-id cn-hongkong:m-hk0001,ap-southeast-1:m-sg0001 --accounts 3000000000000003
                warn expiring 2000000000000002 is to have 1 image until 2026-12-10T00:00:00Z only
                    share-image unshare --profile images --region ap-southeast-1 --image-id m-sg0001 --accounts 2000000000000002
                warn drift-extra 1 share of 1 image is not in shares.yaml
                    share-image apply --profile images -f shares.yaml --prune
                warn drift-missing 1 share of 1 image in shares.yaml does not exist
                    share-image apply --profile images -f shares.yaml
                not-checked trust-unknown whether 1 recipient of 1 image can use it is not known
                """);
    }

    @Test
    void accepted_findings_come_last_and_do_not_count() {
        Findings findings = find(
                ReportFixture.small(),
                accepts("outside-directory", UNTRUSTED.value(), "ap-southeast-1:m-sg0001", "2026-12-31"));

        ReportFinding last = findings.all().get(findings.all().size() - 1);
        assertThat(last.id()).isEqualTo("outside-directory");
        assertThat(last.images()).extracting(ReportedImage::text).containsExactly("ap-southeast-1:m-sg0001");
        assertThat(last.isOpen()).isFalse();
        assertThat(findings.open())
                .filteredOn(finding -> finding.id().equals("outside-directory"))
                .singleElement()
                .satisfies(open -> assertThat(open.images())
                        .extracting(ReportedImage::text)
                        .containsExactly("cn-hongkong:m-hk0001"));
        assertThat(findings.unused()).isEmpty();
    }

    @Test
    void an_exception_ends_after_its_last_day() {
        assertThat(find(ReportFixture.small(), accepts("not-trusted", null, null, "2026-11-30"))
                        .accepted())
                .extracting(ReportFinding::id)
                .containsExactly("not-trusted");

        Findings after = find(ReportFixture.small(), accepts("not-trusted", null, null, "2026-11-29"));
        assertThat(after.accepted()).isEmpty();
        assertThat(after.open().get(0).id()).isEqualTo("not-trusted");
        assertThat(after.open().get(0).counts()).isTrue();
        assertThat(after.open().get(0).accepted().expired()).isTrue();
    }

    @Test
    void an_exception_that_matches_nothing_is_reported() {
        AcceptedRisk other = accepts("not-trusted", "9000000000000009", null, "2027-01-01");

        assertThat(find(ReportFixture.small(), other).unused()).containsExactly(other);
    }

    @Test
    void missing_role_is_one_finding_with_one_repair_for_everybody() {
        AccessReport report = of(
                new RoleFacts(false, null, List.of(), null),
                List.of(image(
                        ReportFixture.HONG_KONG,
                        "m-1",
                        "one",
                        true,
                        ReportFixture.KEY,
                        account(ReportFixture.TRUSTED, TrustState.NO_ROLE, null))));

        assertThat(lines(find(report))).isEqualTo("""
                fail no-role there is no role AliyunECSShareEncryptImageDefaultRole: 1 recipient sees 1 image and cannot use it
                    share-image create-role --profile images --accounts 2000000000000002
                """);
    }

    @Test
    void a_policy_for_any_account_is_reported_though_nobody_has_an_image() {
        TrustProblem door = new TrustProblem(TrustProblem.Kind.ANY_ACCOUNT, 1, "*@ecs.aliyuncs.com");

        assertThat(find(of(new RoleFacts(true, true, List.of(door), null), List.of()))
                        .all())
                .singleElement()
                .satisfies(found -> assertThat(found.message()).startsWith("CRITICAL: statement 1"));
    }

    @Test
    void many_images_are_taken_away_through_a_manifest() {
        List<ReportedImage> images = IntStream.range(0, 21)
                .mapToObj(i -> image(
                        ReportFixture.HONG_KONG,
                        "m-" + i,
                        "x",
                        false,
                        null,
                        account(UNTRUSTED, TrustState.NOT_NEEDED, null)))
                .toList();

        assertThat(find(of(new RoleFacts(true, true, List.of(), null), images)).all())
                .singleElement()
                .satisfies(found -> assertThat(found.fix()).startsWith("remove 3000000000000003 from a manifest"));
    }

    private static AccessReport of(RoleFacts role, List<ReportedImage> images) {
        Owner like = ReportFixture.owner(images, null);
        return new AccessReport(List.of(new Owner(
                like.account(),
                like.readBy(),
                like.commands(),
                like.regions(),
                role,
                like.directory(),
                like.outside(),
                List.of(),
                List.of(),
                images,
                List.of(),
                null,
                List.of())));
    }

    private static Findings find(AccessReport report, AcceptedRisk... accepted) {
        return Findings.of(report, ENGLISH, List.of(accepted), NOW);
    }

    private static String lines(Findings findings) {
        StringBuilder text = new StringBuilder();
        findings.all().forEach(finding -> {
            text.append(finding.level().label())
                    .append(' ')
                    .append(finding.id())
                    .append(' ');
            text.append(finding.message()).append('\n');
            if (finding.fix() != null) {
                text.append("    ").append(finding.fix()).append('\n');
            }
        });
        return text.toString();
    }
}

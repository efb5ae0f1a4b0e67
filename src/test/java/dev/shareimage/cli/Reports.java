package dev.shareimage.cli;

import dev.shareimage.app.Failure;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.RoleResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.Report.TrustResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Plan;
import dev.shareimage.app.plan.Step;
import dev.shareimage.cloud.AttachedPolicy;
import dev.shareimage.cloud.CallCount;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports like those of the application. */
final class Reports {

    static final ImageId IMAGE = new ImageId("m-1");
    static final ImageRef REF = ImageRef.parse("cn-hongkong:m-1");
    private static final RegionId REGION = new RegionId("cn-hongkong");
    private static final AccountId OWNER = new AccountId("1000000000000001");
    private static final String FIRST = "2000000000000002";
    private static final String SECOND = "3000000000000003";
    private static final List<String> PRINCIPALS = List.of(FIRST + "@ecs.aliyuncs.com", SECOND + "@ecs.aliyuncs.com");

    private Reports() {}

    static Plan plan() {
        List<ShareTarget> targets = targets();
        return new Plan(List.of(
                new Step.CreateRole(ShareService.ROLE, TrustPolicy.of(targets), targets),
                new Step.AttachPolicy(ShareService.ROLE, new AttachedPolicy("AliyunKMSFullAccess", "System")),
                new Step.ShareImage(REF, targets)));
    }

    /** A report of an unshare. */
    static FakeService.FakeProposal removal() {
        Plan plan = new Plan(List.of(new Step.UnshareImage(REF, targets())));
        return new FakeService.FakeProposal(planned(), plan, List.of("they lose it"), succeeded());
    }

    private static List<ShareTarget> targets() {
        return List.of(new ShareTarget.Account(new AccountId(FIRST)), new ShareTarget.Account(new AccountId(SECOND)));
    }

    static FakeService.FakeProposal proposal(Report result) {
        return new FakeService.FakeProposal(
                planned(), plan(), List.of("the accounts can read all data of the image"), result);
    }

    static Report planned() {
        return report(
                Status.PLANNED,
                new RoleResult(ShareService.ROLE, RoleAction.PLANNED),
                new TrustResult(RoleAction.PLANNED, PRINCIPALS, List.of(), null),
                List.of(target(FIRST, TargetStatus.PLANNED, null), target(SECOND, TargetStatus.PLANNED, null)),
                null);
    }

    static Report succeeded() {
        return report(
                Status.SUCCEEDED,
                new RoleResult(ShareService.ROLE, RoleAction.CREATED),
                new TrustResult(RoleAction.UPDATED, PRINCIPALS, List.of(), null),
                List.of(target(FIRST, TargetStatus.SHARED, null), target(SECOND, TargetStatus.SHARED, null)),
                null);
    }

    static Report unchanged() {
        return report(
                Status.UNCHANGED,
                new RoleResult(ShareService.ROLE, RoleAction.UNCHANGED),
                new TrustResult(RoleAction.UNCHANGED, List.of(), List.of(), null),
                List.of(
                        target(FIRST, TargetStatus.ALREADY_SHARED, null),
                        target(SECOND, TargetStatus.ALREADY_SHARED, null)),
                null);
    }

    static Report partial(Failure failure) {
        return ended(Status.PARTIAL, TargetStatus.SHARED, TargetStatus.FAILED, failure);
    }

    /** One of many targets failed. */
    static Report many(int count, Failure failure) {
        return many(count, failure, false);
    }

    /** All of many targets failed. */
    static Report manyFailed(int count, Failure failure) {
        return many(count, failure, true);
    }

    private static Report many(int count, Failure failure, boolean all) {
        List<TargetResult> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String account = String.valueOf(2000000000000000L + i);
            boolean fails = all || i == 42;
            targets.add(target(account, fails ? TargetStatus.FAILED : TargetStatus.SHARED, fails ? failure : null));
        }
        return report(
                Status.PARTIAL,
                new RoleResult(ShareService.ROLE, RoleAction.UNCHANGED),
                new TrustResult(RoleAction.UNCHANGED, List.of(), List.of(), null),
                targets,
                null);
    }

    /** All targets have the image, but the trust policy could not be confirmed. */
    static Report unconfirmed(Failure failure) {
        return report(
                Status.FAILED,
                new RoleResult(ShareService.ROLE, RoleAction.UNCHANGED),
                new TrustResult(RoleAction.UPDATED, PRINCIPALS, List.of(), null),
                List.of(target(FIRST, TargetStatus.SHARED, null), target(SECOND, TargetStatus.SHARED, null)),
                failure);
    }

    static Report failed(Failure failure) {
        return ended(Status.FAILED, TargetStatus.NOT_TRIED, TargetStatus.FAILED, failure);
    }

    static Report ended(Status status, TargetStatus first, TargetStatus second, Failure failure) {
        return report(
                status,
                new RoleResult(ShareService.ROLE, RoleAction.UNCHANGED),
                new TrustResult(RoleAction.UNCHANGED, List.of(), List.of(), null),
                List.of(target(FIRST, first, null), target(SECOND, second, failure)),
                null);
    }

    public static Report blocked() {
        Report report = report(
                Status.FAILED,
                new RoleResult(ShareService.ROLE, RoleAction.NOT_NEEDED),
                new TrustResult(RoleAction.NOT_NEEDED, List.of(), List.of(), null),
                List.of(target(FIRST, TargetStatus.NOT_TRIED, null)),
                new Failure(Kind.REFUSED, "PreconditionFailed", "1 checks failed", null, "enable it"));
        return withChecks(
                report,
                List.of(
                        Finding.pass(CheckId.IMAGE_FOUND, "image m-1 is in cn-hongkong"),
                        Finding.fail(CheckId.KEY_ENABLED, "key k is Disabled", "enable it"),
                        Finding.notChecked(CheckId.QUOTA, "kms:DescribeKey is missing", "ask")));
    }

    static Report withChecks(Report report, List<Finding> checks) {
        return new Report(
                report.status(),
                report.region(),
                report.account(),
                checks,
                report.role(),
                report.trust(),
                report.policies(),
                report.images(),
                report.calls(),
                report.notes(),
                report.failure());
    }

    static ShareListing listing() {
        Instant since = Instant.parse("2026-11-23T12:00:00Z");
        return new ShareListing(
                List.of(REGION),
                OWNER,
                List.of(new ListedImage(
                        REF,
                        "本番イメージ",
                        true,
                        List.of(
                                new ListedShare("account", FIRST, since, true, null),
                                new ListedShare("folder", "fd-Jyl5U70000", null, false, "rs-1")))),
                List.of(),
                List.of("4000000000000004@ecs.aliyuncs.com"),
                true,
                List.of(),
                Map.of());
    }

    static Failure failure(Kind kind, String code) {
        return new Failure(kind, code, "it did not work", "REQ-1", "try again");
    }

    private static TargetResult target(String id, TargetStatus status, @Nullable Failure failure) {
        return new TargetResult("account", id, status, failure);
    }

    private static Report report(
            Status status, RoleResult role, TrustResult trust, List<TargetResult> targets, @Nullable Failure failure) {
        return new Report(
                status,
                REGION,
                OWNER,
                List.of(Finding.pass(CheckId.KEY_ENABLED, "key k is enabled")),
                role,
                trust,
                List.of(),
                List.of(new ImageResult(REF, "golden", true, targets)),
                new CallCount(6, 0),
                List.of(),
                failure);
    }
}

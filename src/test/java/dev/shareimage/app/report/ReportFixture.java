package dev.shareimage.app.report;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.DriftedImage;
import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.AccessReport.RoleFacts;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A report with each kind of content, and a large report. */
public final class ReportFixture {

    public static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    public static final AccountId OWNER = new AccountId("1000000000000001");
    public static final RegionId HONG_KONG = new RegionId("cn-hongkong");
    public static final RegionId SINGAPORE = new RegionId("ap-southeast-1");
    public static final KeyId KEY = new KeyId("key-hk0cmk0000000000001");
    public static final KeyId DYING = new KeyId("key-sg0cmk0000000000001");
    public static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{t}}\u202Egpj.\u2028\u001B[31m";

    static final AccountId TRUSTED = new AccountId("2000000000000002");
    static final AccountId UNTRUSTED = new AccountId("3000000000000003");
    static final ShareTarget FOLDER = new ShareTarget.Folder(new FolderPath("rd-sbx001/r-root01/fd-japan00001"));

    private ReportFixture() {}

    /**
     * Two regions, a folder, a key that will be deleted, a share that will expire, drift, and a name with terminal
     * escapes.
     */
    public static AccessReport small() {
        return new AccessReport(List.of(owner(
                List.of(
                        image(
                                HONG_KONG,
                                "m-hk0001",
                                "golden-image",
                                true,
                                KEY,
                                account(TRUSTED, TrustState.TRUSTED, null),
                                account(UNTRUSTED, TrustState.NOT_COVERED, null),
                                new ReportedShare(
                                        FOLDER, NOW.minusSeconds(86_400), TrustState.TRUSTED, null, "rs-0001")),
                        image(
                                SINGAPORE,
                                "m-sg0001",
                                "网页镜像",
                                true,
                                DYING,
                                account(TRUSTED, TrustState.TRUSTED, Instant.parse("2026-12-10T00:00:00Z")),
                                account(UNTRUSTED, TrustState.MAY_BE_DENIED, null)),
                        image(
                                HONG_KONG,
                                "m-hk0002",
                                HOSTILE,
                                false,
                                null,
                                account(TRUSTED, TrustState.NOT_NEEDED, null)),
                        image(HONG_KONG, "m-hk0003", "nobody-has-it", true, KEY)),
                new Drift(
                        "shares.yaml",
                        List.of(new DriftedImage(
                                HONG_KONG,
                                new ImageId("m-hk0001"),
                                List.of(UNTRUSTED.value()),
                                List.of("4000000000000004")))))));
    }

    /** Each of 1,000 images is shared with each of 200 accounts, unless the arguments say otherwise. */
    public static AccessReport large(int images, int accounts) {
        List<ReportedImage> all = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            int number = i;
            ReportedShare[] shares = IntStream.range(0, accounts)
                    .mapToObj(account -> new ReportedShare(
                            new ShareTarget.Account(new AccountId(Long.toString(2_000_000_000_000_000L + account))),
                            NOW.minusSeconds(60L * (number * 200L + account)),
                            account % 17 == 3 ? TrustState.NOT_COVERED : TrustState.TRUSTED,
                            null,
                            null))
                    .toArray(ReportedShare[]::new);
            all.add(image(HONG_KONG, "m-hk" + String.format("%016d", i), "image-number-" + i, true, KEY, shares));
        }
        return new AccessReport(List.of(owner(all, null)));
    }

    static AcceptedRisk accepts(String finding, String target, String image, String until) {
        return new AcceptedRisk(
                finding, null, image, target, null, "a partner <b>until</b> the audit ends", LocalDate.parse(until));
    }

    static Owner owner(List<ReportedImage> images, Drift drift) {
        return new Owner(
                OWNER,
                "acs:ram::1000000000000001:user/auditor",
                new PastedCommands(Optional.of("images"), Optional.empty(), List.of(), Optional.empty()),
                List.of(new RegionRead(HONG_KONG, NOW, true), new RegionRead(SINGAPORE, NOW, false)),
                new RoleFacts(true, true, List.of(), null),
                new DirectoryId("rd-sbx001"),
                List.of(UNTRUSTED),
                List.of(new Group(
                        FOLDER, List.of(new AccountId("2000000000000012"), new AccountId("2000000000000013")))),
                List.of(
                        new KeyFacts(HONG_KONG, KEY, "Enabled", null, null),
                        new KeyFacts(SINGAPORE, DYING, "PendingDeletion", Instant.parse("2026-12-20T00:00:00Z"), null)),
                images,
                List.of("5000000000000005@ecs.aliyuncs.com"),
                drift,
                List.of("region ap-southeast-1 could not be read to its end"));
    }

    static ReportedImage image(
            RegionId region, String id, String name, Boolean encrypted, KeyId key, ReportedShare... shares) {
        return new ReportedImage(
                OWNER,
                region,
                new ImageId(id),
                name,
                encrypted,
                key == null ? List.of() : List.of(key),
                List.of(shares));
    }

    static ReportedShare account(AccountId account, TrustState state, Instant until) {
        return new ReportedShare(new ShareTarget.Account(account), NOW.minusSeconds(7_200), state, until, null);
    }
}

package dev.shareimage.app.sandbox;

import static dev.shareimage.app.sandbox.LiveCloud.HONGKONG;
import static dev.shareimage.app.sandbox.LiveCloud.MANAGERS_IMAGE;
import static dev.shareimage.app.sandbox.LiveCloud.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.Progress;
import dev.shareimage.app.ReportRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.app.manifest.NamedManifest;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.DriftedImage;
import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.sandbox.world.ImageShare;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessReaderTest {

    private static final String IMAGE = "m-hk0cmk0000000000001";
    private static final RegionId SINGAPORE = new RegionId("ap-southeast-1");
    private static final FolderPath JAPAN = new FolderPath("rd-sbx001/r-root01/fd-products01/fd-japan00001");

    @RegisterExtension
    final LiveCloud cloud = new LiveCloud();

    @Test
    void says_why_somebody_can_use_an_image_or_not() throws Exception {
        share(cloud.owner(), IMAGE, accounts("2000000000000002"));

        Owner owner = report(cloud.owner(), null, HONGKONG).owners().get(0);

        assertThat(owner.account().value()).isEqualTo(OWNER);
        assertThat(owner.readBy()).isEqualTo("acs:ram::1000000000000001:root");
        assertThat(states(owner, IMAGE)).containsExactly("2000000000000002 trusted");
        assertThat(states(owner, "m-hk0plain00000000001")).isEmpty();
        assertThat(states(owner, "m-hk0shared0000000025"))
                .hasSize(25)
                .contains("2000000000000002 trusted", "2000000000000003 not-covered");
        assertThat(image(owner, IMAGE).keys()).containsExactly(new KeyId("key-hk0cmk0000000000001"));
        assertThat(owner.keys())
                .contains(new KeyFacts(
                        HONGKONG,
                        new KeyId("key-hk0deletion00000001"),
                        "PendingDeletion",
                        Instant.parse("2027-06-30T00:00:00Z"),
                        null));
    }

    @Test
    void without_a_role_nobody_can_use_anything() throws Exception {
        Owner owner = report(cloud.owner(), null, HONGKONG).owners().get(0);

        assertThat(owner.role().present()).isFalse();
        assertThat(states(owner, "m-hk0shared0000000025")).contains("2000000000000002 no-role");
    }

    @Test
    void what_a_member_may_not_see_is_not_known_rather_than_nothing() throws Exception {
        share(cloud.owner(), IMAGE, folder(JAPAN));

        Owner owner = report(cloud.owner(), null, HONGKONG).owners().get(0);

        assertThat(owner.directory()).isEqualTo(new DirectoryId("rd-sbx001"));
        assertThat(owner.outside()).isEmpty();
        assertThat(owner.groups()).singleElement().satisfies(group -> {
            assertThat(group.target().id()).isEqualTo("fd-japan00001");
            assertThat(group.members()).isNull();
        });
        assertThat(owner.notes())
                .contains(
                        "which accounts are outside of the resource directory is not known: this account may not read the"
                                + " directory; only its management account and its delegated administrators may");
    }

    @Test
    void the_management_account_sees_members_and_who_is_outside() throws Exception {
        share(cloud.manager(), MANAGERS_IMAGE, folder(JAPAN));
        cloud.change(world -> world.images()
                .put(world.images()
                        .find("cn-hongkong", MANAGERS_IMAGE)
                        .orElseThrow()
                        .withShares(List.of(
                                new ImageShare("3000000000000001", Instant.EPOCH),
                                new ImageShare("2000000000000012", Instant.EPOCH)))));

        Owner owner = report(cloud.manager(), null, HONGKONG).owners().get(0);

        assertThat(owner.outside()).containsExactly(new AccountId("3000000000000001"));
        assertThat(owner.trustedOnly()).isEmpty();
        assertThat(owner.groups())
                .singleElement()
                .satisfies(
                        group -> assertThat(group.members()).hasSize(10).contains(new AccountId("2000000000000002")));
        assertThat(states(owner, MANAGERS_IMAGE))
                .containsExactly(
                        "2000000000000012 not-needed", "3000000000000001 not-needed", "fd-japan00001 not-needed");
    }

    @Test
    void compares_with_a_manifest_and_says_when_a_share_is_to_end() throws Exception {
        share(cloud.owner(), IMAGE, accounts("2000000000000002", "2000000000000003"));
        NamedManifest manifest = new NamedManifest("shares.yaml", ManifestReader.read("shares.yaml", """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-hk0cmk0000000000001
                        accounts: [{id: "2000000000000002", until: 2099-06-30}, "2000000000000004"]
                      - family: golden-web
                        accounts: ["2000000000000005"]
                      - name: no-such-image
                        accounts: []
                """));

        Owner owner =
                report(cloud.owner(), manifest, HONGKONG, SINGAPORE).owners().get(0);

        assertThat(owner.drift())
                .isEqualTo(new Drift(
                        "shares.yaml",
                        List.of(
                                new DriftedImage(
                                        HONGKONG,
                                        new ImageId(IMAGE),
                                        List.of("2000000000000003"),
                                        List.of("2000000000000004")),
                                new DriftedImage(
                                        HONGKONG,
                                        new ImageId("m-hk0cmk0000000000002"),
                                        List.of(),
                                        List.of("2000000000000005")))));
        assertThat(image(owner, IMAGE).shares())
                .extracting(ReportedShare::until)
                .containsExactly(Instant.parse("2099-07-01T00:00:00Z"), null);
        assertThat(owner.notes())
                .anyMatch(note -> note.equals("2 shared images are not named in shares.yaml"))
                .anyMatch(note -> note.contains("no-such-image"));
        assertThat(owner.images()).anyMatch(image -> image.region().equals(SINGAPORE));
    }

    @Test
    void compares_copies_with_the_manifest_that_asks_for_them() throws Exception {
        NamedManifest manifest = new NamedManifest("shares.yaml", ManifestReader.read("shares.yaml", """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-hk0cmk0000000000001
                        accounts: [{id: "2000000000000002", until: 2099-06-30}, "2000000000000003"]
                        copies: {ap-southeast-1: , cn-beijing: }
                """));
        share(cloud.owner(), IMAGE, accounts("2000000000000002", "2000000000000003"));
        cloud.owner()
                .share(new ShareRequest(
                        new SelectedImages(
                                List.of(HONGKONG),
                                List.of(new ImageRef(HONGKONG, new ImageId(IMAGE))),
                                Map.of(),
                                List.of(),
                                Map.of()),
                        accounts("2000000000000002"),
                        Map.of(),
                        false,
                        true,
                        List.of(new CopyTarget(SINGAPORE, Optional.empty()))))
                .apply(Progress.SILENT);
        RegionId beijing = new RegionId("cn-beijing");

        Owner owner = report(cloud.owner(), manifest, HONGKONG, SINGAPORE, beijing)
                .owners()
                .get(0);

        ReportedImage copy = owner.images().stream()
                .filter(image -> image.name().endsWith("_from_cn-hongkong_" + IMAGE))
                .findFirst()
                .orElseThrow();
        ImageRef source = new ImageRef(HONGKONG, new ImageId(IMAGE));
        assertThat(owner.drift())
                .isEqualTo(new Drift(
                        "shares.yaml",
                        List.of(
                                new DriftedImage(SINGAPORE, copy.id(), List.of(), List.of("2000000000000003")),
                                new DriftedImage(
                                        beijing,
                                        null,
                                        List.of(),
                                        List.of("2000000000000002", "2000000000000003"),
                                        source))));
        assertThat(copy.shares())
                .extracting(ReportedShare::until)
                .containsExactly(Instant.parse("2099-07-01T00:00:00Z"));
    }

    @Test
    void changes_nothing() throws Exception {
        report(cloud.owner(), null, HONGKONG, SINGAPORE);

        assertThat(cloud.actionsAfter(0)).isNotEmpty().allMatch(call -> call.matches("(Describe|List|Get|Check).*"));
    }

    private static AccessReport report(ShareService service, NamedManifest against, RegionId... regions)
            throws Exception {
        PastedCommands commands = new PastedCommands(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return service.report(new ReportRequest(ListRequest.everyImageOf(List.of(regions)), against, commands));
    }

    private static void share(ShareService service, String image, TargetQuery targets) throws Exception {
        service.share(new ShareRequest(HONGKONG, List.of(new ImageId(image)), targets, List.of(), false, true))
                .apply(Progress.SILENT);
    }

    private static TargetQuery accounts(String... ids) {
        return new TargetQuery(
                Arrays.stream(ids).map(AccountId::new).toList(), false, Optional.empty(), List.of(), List.of());
    }

    private static TargetQuery folder(FolderPath path) {
        return TargetQuery.ofFolders(List.of(path));
    }

    private static ReportedImage image(Owner owner, String id) {
        return owner.images().stream()
                .filter(image -> image.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> states(Owner owner, String id) {
        return image(owner, id).shares().stream()
                .map(share -> share.target().id() + " " + share.trust().label())
                .toList();
    }
}

package dev.shareimage.app.sandbox;

import static dev.shareimage.app.sandbox.LiveCloud.HONGKONG;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.Status;
import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.app.manifest.ManifestWriter;
import dev.shareimage.app.plan.Step;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplyTest {

    private static final String TWO_REGIONS = """
            schemaVersion: 1
            regions:
              - id: cn-hongkong
                images:
                  - id: m-hk0cmk0000000000001
                    accounts: [3000000000000001, 4000000000000004]
                  - id: m-hk0plain00000000001
                    accounts: [2000000000000004]
                  - id: m-hk0cmk0000000000002
                    folders: [rd-sbx001/r-root01/fd-products01/fd-japan00001]
              - id: cn-beijing
                images:
                  - id: m-bj0cmk0000000000001
                    accounts: [2000000000000005]
            """;

    @RegisterExtension
    final LiveCloud cloud = new LiveCloud();

    private final ShareService service = cloud.owner();

    @Test
    void shares_the_images_of_all_regions_and_trusts_everybody_at_once() throws CloudException {
        Proposal proposal = propose(TWO_REGIONS, false);

        assertThat(steps(proposal)).isEqualTo("""
                        CreateRole 4
                        AttachPolicy
                        + m-hk0cmk0000000000001 3000000000000001 4000000000000004
                        + m-hk0plain00000000001 2000000000000004
                        + m-hk0cmk0000000000002 fd-japan00001
                        + m-bj0cmk0000000000001 2000000000000005""");

        int before = cloud.requests();
        Report report = proposal.apply(Progress.SILENT);

        assertThat(targets(report)).isEqualTo("""
                        m-hk0cmk0000000000001 3000000000000001 shared
                        m-hk0cmk0000000000001 4000000000000004 shared
                        m-hk0plain00000000001 2000000000000004 shared
                        m-hk0cmk0000000000002 fd-japan00001 shared
                        m-bj0cmk0000000000001 2000000000000005 shared""");
        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.region()).isNull();
        assertThat(report.role().action()).isEqualTo(RoleAction.CREATED);
        assertThat(report.trust().added())
                .containsExactly(
                        "3000000000000001@ecs.aliyuncs.com",
                        "4000000000000004@ecs.aliyuncs.com",
                        "2000000000000005@ecs.aliyuncs.com",
                        "*@ecs.aliyuncs.com [sts:ServiceOwnerRDPath ~ rd-sbx001/r-root01/fd-products01/fd-japan00001*]");
        assertThat(cloud.writesAfter(before)).startsWith("CreateRole", "AttachPolicyToRole");
        assertThat(cloud.writesAfter(before)).filteredOn("CreateRole"::equals).hasSize(1);
    }

    @Test
    void finds_nothing_to_do_the_second_time() throws CloudException {
        propose(TWO_REGIONS, true).apply(Progress.SILENT);
        int before = cloud.requests();

        Proposal second = propose(TWO_REGIONS, true);

        assertThat(second.preview().status()).isEqualTo(Status.UNCHANGED);
        assertThat(second.changesNothing()).isTrue();
        assertThat(cloud.writesAfter(before)).isEmpty();
    }

    @Test
    void asks_everything_global_once() throws CloudException {
        int before = cloud.requests();

        propose(TWO_REGIONS, false);

        assertThat(cloud.actionsAfter(before))
                .filteredOn(
                        action -> List.of("GetRole", "GetCallerIdentity", "GetResourceDirectory", "ListPoliciesForRole")
                                .contains(action))
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void writes_nothing_when_one_image_of_many_fails_a_check() throws CloudException {
        int before = cloud.requests();

        Proposal proposal = propose(TWO_REGIONS + """
                              - id: m-bj0absent
                                accounts: [2000000000000005]
                        """, false);

        Report preview = proposal.preview();
        assertThat(preview.status()).isEqualTo(Status.FAILED);
        assertThat(preview.checks().stream().filter(Finding::failed).map(Finding::message))
                .containsExactly("image m-bj0absent is not in cn-beijing, or you may not see it");
        assertThat(preview.images())
                .allSatisfy(image -> assertThat(image.targets())
                        .allSatisfy(
                                target -> assertThat(target.status().label()).isEqualTo("not-tried")));
        assertThat(proposal.plan().isEmpty()).isTrue();
        assertThatThrownBy(() -> proposal.apply(Progress.SILENT)).isInstanceOf(IllegalStateException.class);
        assertThat(cloud.writesAfter(before)).isEmpty();
    }

    @Test
    void refuses_an_image_that_is_to_be_shared_both_ways_and_that_one_alone() throws CloudException {
        String both = inHongKong("""
                - id: m-hk0cmk0000000000001
                  accounts: [3000000000000001]
                  resourceDirectory: own
                - id: m-hk0cmk0000000000002
                  accounts: [3000000000000001]
                """);

        assertThat(propose(both, false).preview().checks().stream()
                        .filter(Finding::failed)
                        .map(Finding::message))
                .containsExactly(
                        "image m-hk0cmk0000000000001: whether rd-sbx001 reaches the 1 account that has it directly could"
                                + " not be read (EntityNotExists.ResourceDirectory); an account that has it both ways"
                                + " makes its share list inconsistent");
    }

    @Test
    void prunes_to_exactly_the_manifest_and_touches_no_other_image() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        String less = inHongKong("""
                - id: m-hk0cmk0000000000001
                  accounts: [3000000000000001]
                - id: m-hk0cmk0000000000002
                  accounts: []
                """);
        Proposal proposal = propose(less, true, true);

        assertThat(steps(proposal)).isEqualTo("""
                        - m-hk0cmk0000000000001 4000000000000004
                        - m-hk0cmk0000000000002 fd-japan00001
                        ChangeTrust - [4000000000000004@ecs.aliyuncs.com]""");
        assertThat(proposal.preview().notes())
                .containsExactly(
                        "the trust in fd-japan00001 is kept: image m-hk0shared0000000025 in cn-hongkong needs it");
        assertThat(targets(proposal.preview())).isEqualTo("""
                        m-hk0cmk0000000000001 3000000000000001 already-shared
                        m-hk0cmk0000000000001 4000000000000004 planned-removal
                        m-hk0cmk0000000000002 fd-japan00001 planned-removal""");

        int before = cloud.requests();
        Report report = proposal.apply(Progress.SILENT);

        assertThat(targets(report)).isEqualTo("""
                        m-hk0cmk0000000000001 3000000000000001 already-shared
                        m-hk0cmk0000000000001 4000000000000004 unshared
                        m-hk0cmk0000000000002 fd-japan00001 unshared""");
        assertThat(cloud.writesAfter(before)).last().isEqualTo("UpdateRole");
        assertThat(export(new ImageId("m-bj0cmk0000000000001"), "cn-beijing")).contains("[\"2000000000000005\"]");
        assertThat(export(new ImageId("m-hk0plain00000000001"), "cn-hongkong")).contains("[\"2000000000000004\"]");
    }

    @Test
    void keeps_the_trust_that_another_image_needs() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        String moved = inHongKong("""
                - id: m-hk0cmk0000000000001
                  accounts: []
                - id: m-hk0cmk0000000000003
                  accounts: [4000000000000004]
                """);

        Proposal proposal = propose(moved, true, true);

        assertThat(steps(proposal)).isEqualTo("""
                        - m-hk0cmk0000000000001 3000000000000001 4000000000000004
                        + m-hk0cmk0000000000003 4000000000000004
                        ChangeTrust - [3000000000000001@ecs.aliyuncs.com]""");
        assertThat(proposal.apply(Progress.SILENT).trust().removed())
                .containsExactly("3000000000000001@ecs.aliyuncs.com");
    }

    @Test
    void moves_an_image_from_accounts_to_a_folder_without_sharing_it_both_ways() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        String folder = inHongKong("""
                - id: m-hk0cmk0000000000001
                  folders: [rd-sbx001/r-root01/fd-products01/fd-japan00001]
                """);
        assertThat(propose(folder, false).preview().blocked()).isTrue();
        Proposal proposal = propose(folder, true, true);
        assertThat(proposal.preview().blocked()).isFalse();
        int before = cloud.requests();

        Report report = proposal.apply(Progress.SILENT);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(cloud.writesAfter(before))
                .containsExactly("ModifyImageSharePermission", "CreateResourceShare", "UpdateRole");
    }

    @Test
    void does_not_count_pruned_accounts_against_the_quota() throws CloudException {
        String replaced = inHongKong("""
                - id: m-hk0shared0000000050
                  accounts: [3000000000000001]
                """);

        assertThat(failed(propose(replaced, false))).containsExactly(CheckId.QUOTA);
        assertThat(failed(propose(replaced, true))).containsExactly(CheckId.REMOVAL_LIMIT);
    }

    @Test
    void leaves_the_role_alone_for_an_image_that_says_so() throws CloudException {
        String alone = inHongKong("""
                - id: m-hk0cmk0000000000001
                  accounts: [3000000000000001]
                  setup: false
                """);

        assertThat(propose(alone, false).preview().checks().stream()
                        .filter(Finding::failed)
                        .map(finding -> finding.id().label()))
                .containsExactly("role", "policy");
    }

    @Test
    void finds_nothing_to_do_in_what_it_exported() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        StringBuilder exported = new StringBuilder();
        ManifestWriter writer = new ManifestWriter(exported::append);
        writer.region(HONGKONG);
        service.export(new ListRequest(HONGKONG, List.of()), writer::image);
        writer.end();
        int before = cloud.requests();

        Proposal proposal = propose(exported.toString(), true);

        assertThat(proposal.preview().status()).isEqualTo(Status.UNCHANGED);
        assertThat(proposal.preview().checks()).noneMatch(Finding::failed);
        assertThat(cloud.writesAfter(before)).isEmpty();
        assertThat(exported)
                .contains(
                        "- id: m-hk0cmk0000000000002 # golden-image-web\n        folders: [rd-sbx001/r-root01/fd-products01/fd-japan00001]\n");
    }

    @Test
    void takes_away_what_has_ended_and_nothing_else_without_pruning() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        String ended = """
                schemaVersion: 2
                groups:
                  old:
                    accounts: ["4000000000000004"]
                    folders: [fd-japan00001]
                    until: 2026-01-31
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-hk0cmk0000000000001, groups: [old]}
                      - {id: m-hk0cmk0000000000002, groups: [old], until: 2999-12-31}
                      - {id: m-hk0cmk0000000000003, groups: [old], accounts: [{id: "4000000000000004", until: 2999-12-31}]}
                """;
        Proposal proposal = propose(ended, false);

        assertThat(steps(proposal)).isEqualTo("""
                        - m-hk0cmk0000000000001 4000000000000004
                        - m-hk0cmk0000000000002 fd-japan00001
                        + m-hk0cmk0000000000003 4000000000000004""");
        assertThat(targets(proposal.preview())).isEqualTo("""
                        m-hk0cmk0000000000001 4000000000000004 planned-removal until 2026-01-31
                        m-hk0cmk0000000000002 fd-japan00001 planned-removal until 2026-01-31
                        m-hk0cmk0000000000003 4000000000000004 planned until 2999-12-31""");

        int before = cloud.requests();
        Report report = proposal.apply(Progress.SILENT);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(targets(report)).isEqualTo("""
                        m-hk0cmk0000000000001 4000000000000004 unshared until 2026-01-31
                        m-hk0cmk0000000000002 fd-japan00001 unshared until 2026-01-31
                        m-hk0cmk0000000000003 4000000000000004 shared until 2999-12-31""");
        assertThat(cloud.writesAfter(before)).doesNotContain("UpdateRole");
        assertThat(propose(ended, false).preview().status()).isEqualTo(Status.UNCHANGED);
        assertThat(export(new ImageId("m-hk0cmk0000000000001"), "cn-hongkong")).contains("[\"3000000000000001\"]");
    }

    @Test
    void takes_the_trust_of_what_has_ended_out_in_one_write_after_the_shares() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        String ended = """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-hk0cmk0000000000001
                        accounts: [{id: "4000000000000004", until: 2026-01-31}]
                  - id: cn-beijing
                    images:
                      - {id: m-bj0cmk0000000000001, accounts: ["2000000000000005"], until: 2026-01-31}
                """;
        int before = cloud.requests();

        Report report = service.apply(
                        new ApplyRequest(ManifestReader.read("m.yaml", ended), Map.of(), false, true, false, true))
                .apply(Progress.SILENT);

        assertThat(report.trust().removed()).containsExactly("4000000000000004@ecs.aliyuncs.com");
        assertThat(cloud.writesAfter(before))
                .containsExactly("ModifyImageSharePermission", "ModifyImageSharePermission", "UpdateRole");
    }

    /** A run that was killed after it had unshared the image leaves such trust. */
    @Test
    void takes_the_trust_of_what_has_ended_out_though_an_earlier_run_unshared_the_image() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        Manifest ended = ManifestReader.read("m.yaml", """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-hk0cmk0000000000001
                        accounts: [{id: "4000000000000004", until: 2026-01-31}]
                """);
        service.apply(new ApplyRequest(ended, Map.of(), false, false, false, true))
                .apply(Progress.SILENT);
        ApplyRequest pruning = new ApplyRequest(ended, Map.of(), false, true, false, true);
        int before = cloud.requests();

        Report report = service.apply(pruning).apply(Progress.SILENT);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.trust().removed()).containsExactly("4000000000000004@ecs.aliyuncs.com");
        assertThat(cloud.writesAfter(before)).containsExactly("UpdateRole");
        assertThat(service.apply(pruning).preview().status()).isEqualTo(Status.UNCHANGED);
        assertThat(service.apply(pruning).preview().notes()).isEmpty();
    }

    @Test
    void does_not_prune_more_than_half_of_the_recipients_of_an_image() throws CloudException {
        propose(TWO_REGIONS, false).apply(Progress.SILENT);
        String wrong = """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-hk0cmk0000000000001, accounts: []}
                      - {id: m-hk0plain00000000001, accounts: [{id: "2000000000000004", until: 2026-01-31}]}
                """;
        int before = cloud.requests();
        Proposal proposal =
                service.apply(new ApplyRequest(ManifestReader.read("m.yaml", wrong), Map.of(), true, false, true));

        assertThat(proposal.preview().checks().stream().filter(Finding::failed))
                .extracting(Finding::message, Finding::fix)
                .containsExactly(tuple(
                        "image m-hk0cmk0000000000001 in cn-hongkong: --prune would take it away from 2 of its 2"
                                + " recipients, more than half",
                        "check that this is the right manifest; if so, run the command again with --force"));
        assertThat(proposal.plan().isEmpty()).isTrue();
        assertThat(cloud.writesAfter(before)).isEmpty();
        assertThat(propose(wrong, true, true).preview().blocked()).isFalse();
    }

    @Test
    void finds_nothing_to_do_in_the_groups_that_it_exported() throws CloudException {
        propose("""
                schemaVersion: 2
                groups:
                  prod: {accounts: ["3000000000000001", "4000000000000004"]}
                  japan: {folders: [rd-sbx001/r-root01/fd-products01/fd-japan00001, rd-sbx001/r-root01/fd-products01/fd-china00001]}
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-hk0cmk0000000000001, groups: [prod]}
                      - {id: m-hk0cmk0000000000002, groups: [japan]}
                      - {id: m-hk0cmk0000000000003, groups: [japan]}
                  - id: cn-beijing
                    images:
                      - {id: m-bj0cmk0000000000001, groups: [prod]}
                """, false).apply(Progress.SILENT);
        StringBuilder exported = new StringBuilder();
        ManifestWriter writer = new ManifestWriter(exported::append);
        for (RegionId region : List.of(HONGKONG, new RegionId("cn-beijing"))) {
            writer.region(region);
            service.export(new ListRequest(region, List.of()), writer::image);
        }
        writer.end();
        int before = cloud.requests();

        Proposal proposal = propose(exported.toString(), true);

        assertThat(exported).contains("groups:\n  group-1: # 2 images\n", "  group-2: # 2 images\n");
        assertThat(proposal.preview().status()).isEqualTo(Status.UNCHANGED);
        assertThat(proposal.preview().checks()).noneMatch(Finding::failed);
        assertThat(cloud.writesAfter(before)).isEmpty();
    }

    @Test
    void shares_the_images_that_entries_pick_and_reads_each_list_once() throws CloudException {
        int before = cloud.requests();

        Proposal proposal = propose("""
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {name: golden-image, accounts: ["3000000000000001"]}
                      - {name: "golden-image-we?", newest: 1, accounts: ["4000000000000004"]}
                """, false);

        assertThat(proposal.preview().checks()).noneMatch(Finding::failed);
        assertThat(targets(proposal.preview())).isEqualTo("""
                        m-hk0cmk0000000000001 3000000000000001 planned
                        m-hk0cmk0000000000002 4000000000000004 planned""");
        assertThat(cloud.actionsAfter(before).stream().filter("DescribeImages"::equals))
                .hasSize(1);
    }

    @Test
    void refuses_picks_that_find_nothing_or_more_than_one_or_the_same_image_again() throws CloudException {
        Proposal proposal = propose("""
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {name: absent, accounts: []}
                      - {name: "golden-image*", accounts: []}
                      - {id: m-hk0cmk0000000000001, accounts: []}
                      - {name: golden-image, accounts: []}
                """, false);

        assertThat(proposal.preview().checks().stream().filter(Finding::failed).map(Finding::message))
                .hasSize(3)
                .contains(
                        "none of your images in cn-hongkong matches --image-name 'absent'",
                        "several entries of the manifest match image m-hk0cmk0000000000001 in cn-hongkong")
                .anyMatch(message ->
                        message.matches("[0-9]+ images match --image-name 'golden-image\\*' in cn-hongkong: .*"));
        assertThat(proposal.preview().checks().stream().filter(Finding::failed).map(Finding::fix))
                .contains(
                        "to see your images: share-image list-shares --all-images --region cn-hongkong",
                        "keep it in one entry only",
                        "add newest: 1 to take the newest one, or name one by its id");
        assertThat(proposal.plan().isEmpty()).isTrue();
    }

    private static String inHongKong(String images) {
        return "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n" + images.indent(6);
    }

    private Proposal propose(String manifest, boolean prune) throws CloudException {
        return propose(manifest, prune, false);
    }

    private Proposal propose(String manifest, boolean prune, boolean force) throws CloudException {
        return service.apply(new ApplyRequest(ManifestReader.read("m.yaml", manifest), Map.of(), prune, force, true));
    }

    private static List<CheckId> failed(Proposal proposal) {
        return proposal.preview().checks().stream()
                .filter(Finding::failed)
                .map(Finding::id)
                .toList();
    }

    private String export(ImageId image, String region) throws CloudException {
        StringBuilder text = new StringBuilder();
        RegionId id = new RegionId(region);
        ManifestWriter writer = new ManifestWriter(text::append);
        writer.region(id);
        service.export(new ListRequest(id, List.of(image)), writer::image);
        writer.end();
        return text.toString();
    }

    private static String steps(Proposal proposal) {
        return proposal.plan().steps().stream().map(ApplyTest::step).collect(joining("\n"));
    }

    private static String step(Step step) {
        if (step instanceof Step.CreateRole create) {
            return "CreateRole " + create.targets().size();
        }
        if (step instanceof Step.ShareImage share) {
            return "+ " + share.image().id()
                    + share.targets().stream().map(target -> " " + target.id()).collect(joining());
        }
        if (step instanceof Step.UnshareImage unshare) {
            return "- " + unshare.image().id()
                    + unshare.targets().stream()
                            .map(target -> " " + target.id())
                            .collect(joining());
        }
        if (step instanceof Step.ChangeTrust change) {
            return "ChangeTrust - " + change.after().addedBy(change.before());
        }
        return step.getClass().getSimpleName();
    }

    private static String targets(Report report) {
        return report.images().stream()
                .flatMap(image -> image.targets().stream()
                        .map(target -> image.imageId() + " " + target.id() + " "
                                + target.status().label()
                                + (target.until() == null ? "" : " until " + target.until())))
                .collect(joining("\n"));
    }
}

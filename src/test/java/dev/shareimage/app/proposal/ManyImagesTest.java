package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shareimage.app.ApplyRequest;
import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call of a command for twelve images: each list is read once, and each image takes a call only for its shares. */
class ManyImagesTest {

    private static final List<AccountId> ACCOUNTS = accounts(1, 12);

    private static final String FIRST_PAGE = "DescribeImages page 1 of cn-hongkong";

    private static final List<String> READS_OF_LISTS = List.of(
            "GetCallerIdentity",
            FIRST_PAGE,
            "DescribeSnapshots s-00,s-01,s-02,s-03,s-04,s-05,s-06,s-07,s-08,s-09,s-10,s-11",
            "ListResourceShareAssociations images of cn-hongkong");

    private static final List<String> READS_OF_KEYS_AND_ROLE = List.of(
            "DescribeKey key-1",
            "ListResourceTags key-1",
            "DescribeKey alias/acs/ecs",
            "ListKeys cn-hongkong",
            "GetRole",
            "ListPoliciesForRole");

    private final ServiceFixture fixture = new ServiceFixture();
    private final List<ImageId> images = IntStream.range(0, 12)
            .mapToObj(number -> fixture.cloud.images().put(HONGKONG, "m-%02d".formatted(number), "key-1"))
            .toList();

    @BeforeEach
    void longPages() {
        fixture.cloud.images().pageSize(100);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_share() throws CloudException {
        assertThat(share().apply(fixture.progress()).status()).isEqualTo(Status.SUCCEEDED);

        List<String> expected = allReads();
        expected.add(
                "CreateRole " + trusting(ACCOUNTS.toArray(AccountId[]::new)).json());
        expected.add("AttachPolicyToRole AliyunKMSFullAccess");
        for (ImageId image : images) {
            expected.add(write(image, accounts(1, 10)));
            expected.add(write(image, accounts(11, 12)));
            expected.add("DescribeImageSharePermission " + image);
        }
        assertThat(calls()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_doctor() throws CloudException {
        fixture.service.doctor(new DoctorRequest(HONGKONG, images, toAccounts(ACCOUNTS), List.of(), false, true));

        assertThat(calls()).containsExactlyInAnyOrderElementsOf(allReads());
    }

    @Test
    void an_apply_that_finds_nothing_to_do() throws CloudException {
        haveAll();

        Proposal proposal = fixture.service.apply(
                new ApplyRequest(ManifestReader.read("m.yaml", manifest()), Map.of(), true, false, true));

        assertThat(proposal.changesNothing()).isTrue();
        assertThat(calls()).containsExactlyInAnyOrderElementsOf(allReads());
    }

    /** Once each for all images, and the shares of each image. */
    private List<String> allReads() {
        List<String> reads = new ArrayList<>(READS_OF_KEYS_AND_ROLE);
        reads.addAll(READS_OF_LISTS);
        reads.add("GetProductQuota cn-hongkong");
        images.forEach(image -> reads.add("DescribeImageSharePermission " + image));
        return reads;
    }

    @Test
    void a_list_of_named_images() throws CloudException {
        haveAll();

        assertThat(fixture.service.listShares(new ListRequest(HONGKONG, images)).images())
                .hasSize(12)
                .allMatch(image -> image.shares().size() == 12);
        List<String> expected = new ArrayList<>(READS_OF_LISTS);
        expected.removeIf(call -> call.startsWith("DescribeSnapshots"));
        expected.add("GetRole");
        expected.add("ListPoliciesForRole");
        images.forEach(image -> expected.add("DescribeImageSharePermission " + image));
        assertThat(calls()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void an_export_of_named_images() throws CloudException {
        haveAll();
        List<LiveImage> exported = new ArrayList<>();

        fixture.service.export(new ListRequest(HONGKONG, images), exported::add);

        assertThat(exported).extracting(image -> image.image().id()).isEqualTo(images);
        assertThat(calls())
                .filteredOn(call -> call.startsWith("DescribeImages"))
                .containsExactly(FIRST_PAGE);
    }

    @Test
    void an_unshare() throws CloudException {
        haveAll();

        Proposal proposal = fixture.service.unshare(
                new UnshareRequest(HONGKONG, images, toAccounts(accounts(1, 1)), false, false, true));

        assertThat(proposal.apply(fixture.progress()).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(calls())
                .filteredOn(call -> call.startsWith("DescribeImages"))
                .containsExactly(FIRST_PAGE);
        for (ImageId image : images) {
            assertThat(fixture.cloud.imageShares().of(HONGKONG, image)).hasSize(11);
        }
    }

    @Test
    void images_whose_list_and_snapshots_are_refused_at_first_are_shared_all_the_same() throws CloudException {
        fixture.cloud.script().refuseOnce(Refusals.forbidden("ecs", "DescribeImages"));
        fixture.cloud.script().refuseOnce(Refusals.refused("DescribeSnapshots", "InvalidSnapshotIds.Malformed"));

        assertThat(share().apply(fixture.progress()).status()).isEqualTo(Status.SUCCEEDED);
        for (ImageId image : images) {
            assertThat(fixture.cloud.imageShares().of(HONGKONG, image)).hasSize(12);
        }
    }

    @Test
    void an_image_that_was_deleted_stops_the_share_by_its_name() throws CloudException {
        fixture.cloud.images().remove(HONGKONG, images.get(7));

        assertThat(share().preview().checks())
                .filteredOn(Finding::failed)
                .extracting(Finding::id, Finding::message)
                .containsExactly(tuple(CheckId.IMAGE_FOUND, "image m-07 is not in cn-hongkong, or you may not see it"));
        assertThat(calls()).contains("DescribeImages m-07");
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    private Proposal share() throws CloudException {
        return fixture.service.share(new ShareRequest(HONGKONG, images, toAccounts(ACCOUNTS), List.of(), false, true));
    }

    private void haveAll() {
        fixture.cloud
                .roles()
                .existsWithTrust(trusting(ACCOUNTS.toArray(AccountId[]::new)).json());
        images.forEach(image -> fixture.cloud.imageShares().put(HONGKONG, image, ACCOUNTS));
    }

    private String manifest() {
        return "schemaVersion: 2\nregions:\n  - id: cn-hongkong\n    images:\n"
                + images.stream()
                        .map(image -> "      - id: " + image + "\n        accounts: [" + joined(ACCOUNTS) + "]\n")
                        .collect(Collectors.joining());
    }

    private static String write(ImageId image, List<AccountId> accounts) {
        return "ModifyImageSharePermission " + image + " +" + joined(accounts);
    }

    private static String joined(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).collect(Collectors.joining(","));
    }

    /** The calls; ids of snapshots are sorted, because the threads ask for them in any order. */
    private List<String> calls() {
        return fixture.cloud.script().calls().stream()
                .map(call -> call.startsWith("DescribeSnapshots")
                        ? Stream.of(call.substring(18).split(","))
                                .sorted()
                                .collect(Collectors.joining(",", "DescribeSnapshots ", ""))
                        : call)
                .toList();
    }
}

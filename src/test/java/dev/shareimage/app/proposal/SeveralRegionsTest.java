package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.fake.FakeCloud.SINGAPORE;
import static dev.shareimage.app.run.ServiceFixture.ENCRYPTED;
import static dev.shareimage.app.run.ServiceFixture.account;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static dev.shareimage.app.run.ServiceFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.DoctorRequest;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.UnshareRequest;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Images of several regions in one command: one plan, one trust policy, and each image in its own region. */
class SeveralRegionsTest {

    private static final ImageRef HERE = new ImageRef(HONGKONG, ENCRYPTED);
    private static final ImageRef THERE = new ImageRef(SINGAPORE, new ImageId("m-there1"));

    private final ServiceFixture fixture = new ServiceFixture();

    @BeforeEach
    void secondRegion() {
        fixture.cloud.images().put(SINGAPORE, "m-there1", "key-2");
        fixture.cloud.keys().put(SINGAPORE, "key-2");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void are_shared_by_one_plan_with_one_trust() throws CloudException {
        Report report = share(Map.of()).apply(fixture.progress());

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.region()).isNull();
        assertThat(report.images())
                .extracting(image ->
                        image.call(true) + " " + image.targets().get(0).status().label())
                .containsExactly("cn-hongkong:m-encrypted1 shared", "ap-southeast-1:m-there1 shared");
        assertThat(fixture.cloud.imageShares().of(SINGAPORE, THERE.id())).hasSize(2);
        assertThat(fixture.cloud.script().writes())
                .filteredOn(call -> call.startsWith("CreateRole"))
                .hasSize(1);
        assertThat(fixture.cloud.script().writes()).noneMatch(call -> call.startsWith("UpdateRole"));
        assertThat(fixture.cloud.script().calls())
                .filteredOn(call -> call.startsWith("GetCallerIdentity"))
                .hasSize(1);
    }

    @Test
    void are_all_left_alone_where_a_check_of_one_fails() throws CloudException {
        Finding unlisted = Finding.fail(CheckId.REGION_LISTED, "not listed", "choose another");

        Proposal proposal = share(Map.of(SINGAPORE, List.of(unlisted)));

        assertThat(proposal.preview().blocked()).isTrue();
        assertThat(proposal.plan().isEmpty()).isTrue();
        assertThat(fixture.cloud.script().writes()).isEmpty();
    }

    @Test
    void are_told_apart_where_the_shares_of_one_cannot_be_read() {
        fixture.cloud.script().refuse(Refusals.unavailable("DescribeImageSharePermission"));

        assertThatThrownBy(() -> share(Map.of()))
                .hasMessage("cn-hongkong:m-encrypted1: DescribeImageSharePermission answered ServiceUnavailable");
    }

    @Test
    void lose_an_account_by_one_plan_and_then_its_trust() throws CloudException {
        fixture.cloud.roles().existsWithTrust(trusting(account(1), account(2)).json());
        fixture.cloud.imageShares().put(HONGKONG, HERE.id(), accounts(1, 2));
        fixture.cloud.imageShares().put(SINGAPORE, THERE.id(), accounts(1, 1));

        Proposal proposal =
                fixture.service.unshare(new UnshareRequest(both(), toAccounts(account(1)), false, true, true));
        Report report = proposal.apply(fixture.progress());

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.trust().removed()).containsExactly("2000000000000001@ecs.aliyuncs.com");
        assertThat(fixture.cloud.imageShares().of(SINGAPORE, THERE.id())).isEmpty();
        assertThat(fixture.cloud.imageShares().of(HONGKONG, HERE.id())).hasSize(1);
    }

    @Test
    void are_examined_together() throws CloudException {
        Report report = fixture.service.doctor(new DoctorRequest(both(), TargetQuery.NONE, Map.of(), false, true));

        assertThat(report.region()).isNull();
        assertThat(report.images())
                .extracting(image -> image.call(true))
                .containsExactly(HERE.toString(), THERE.toString());
        assertThat(report.checks())
                .filteredOn(check -> check.id() == CheckId.IMAGE_FOUND)
                .extracting(Finding::message)
                .containsExactly("image m-encrypted1 is in cn-hongkong", "image m-there1 is in ap-southeast-1");
    }

    @Test
    void are_listed_and_exported_together() throws CloudException {
        fixture.cloud.imageShares().put(SINGAPORE, THERE.id(), accounts(1, 1));
        ListRequest every = ListRequest.everyImageOf(List.of(HONGKONG, SINGAPORE));
        List<LiveImage> exported = new ArrayList<>();

        fixture.service.export(every, exported::add);

        assertThat(fixture.service.listShares(every).images())
                .extracting(image -> image.image().toString())
                .containsExactly("cn-hongkong:m-encrypted1", "cn-hongkong:m-plain1", "ap-southeast-1:m-there1");
        assertThat(exported)
                .extracting(image -> image.image().toString())
                .hasSize(3)
                .contains("ap-southeast-1:m-there1");
    }

    @Test
    void a_region_that_cannot_be_read_is_named_and_the_others_are_listed() throws CloudException {
        fixture.cloud.script().refuseOnce(Refusals.forbidden("ecs", "DescribeImages"));

        Map<RegionId, CloudException> unread = fixture.service
                .listShares(ListRequest.everyImageOf(List.of(HONGKONG, SINGAPORE)))
                .unread();

        assertThat(unread).hasSize(1);
    }

    private static SelectedImages both() {
        return SelectedImages.of(List.of(HERE, THERE));
    }

    private Proposal share(Map<RegionId, List<Finding>> findings) throws CloudException {
        return fixture.service.share(new ShareRequest(both(), toAccounts(accounts(1, 2)), findings, false, true));
    }
}

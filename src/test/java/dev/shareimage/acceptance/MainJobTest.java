package dev.shareimage.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Report;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.RoleAction;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main task from an empty account. Clients that share no code with the program check the result. */
class MainJobTest {

    private static final String IMAGE = "m-hk0cmk0000000000001";

    private static final String DIRECTORY = "2022-04-19";

    private final SandboxCloud cloud = new SandboxCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void twelve_accounts_get_role_policy_principals_and_confirmed_shares_in_one_run() throws CloudException {
        List<AccountId> accounts = SandboxCloud.recipients(12);

        Report report = cloud.share(IMAGE, accounts);

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(report.role().action()).isEqualTo(RoleAction.CREATED);
        assertThat(report.trust().added()).hasSize(12);
        assertThat(report.images().get(0).targets())
                .hasSize(12)
                .extracting(TargetResult::status)
                .containsOnly(TargetStatus.SHARED);
        RpcClient owner = cloud.owner();
        assertThat(owner.ecs("DescribeImageSharePermission", "RegionId", "cn-hongkong", "ImageId", IMAGE)
                        .json()
                        .at("/TotalCount")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void a_second_run_is_unchanged_and_writes_nothing() throws CloudException {
        List<AccountId> accounts = SandboxCloud.recipients(12);
        cloud.share(IMAGE, accounts);
        int before = cloud.actions().size();

        Report report = cloud.share(IMAGE, accounts);

        assertThat(report.status()).isEqualTo(Status.UNCHANGED);
        assertThat(cloud.actions().subList(before, cloud.actions().size()))
                .noneMatch(action -> action.matches("(Create|Attach|Update|Modify).*"));
    }

    @Test
    void a_recipient_can_launch_afterwards_and_could_not_before() throws CloudException {
        RpcClient recipient = cloud.client("LTAI5tSandboxRecv0000002", "NotASecretSandboxRecv000000002");

        assertThat(launch(recipient).outcome()).isEqualTo("404 InvalidImageId.NotFound");
        cloud.share(IMAGE, SandboxCloud.recipients(1));
        assertThat(launch(recipient).outcome()).isEqualTo("400 DryRunOperation");
    }

    @Test
    void a_folder_share_lets_its_members_launch_no_sibling_and_nobody_who_was_moved_out() throws CloudException {
        RpcClient member = cloud.client("LTAI5tSandboxRecv0000002", "NotASecretSandboxRecv000000002");
        RpcClient sibling = cloud.client("LTAI5tSandboxRecv0000012", "NotASecretSandboxRecv000000012");
        RpcClient manager = cloud.client("LTAI5tSandboxManager0001", "NotASecretSandboxManager000001");

        Report report = cloud.share(IMAGE, new FolderPath("rd-sbx001/r-root01/fd-products01/fd-japan00001"));

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(launch(member).outcome()).isEqualTo("400 DryRunOperation");
        assertThat(launch(sibling).outcome()).isEqualTo("404 InvalidImageId.NotFound");
        manager.post(DIRECTORY, "MoveAccount", "AccountId", "2000000000000002", "DestinationFolderId", "fd-china00001");
        assertThat(launch(member).outcome()).isEqualTo("404 InvalidImageId.NotFound");
    }

    private static RpcAnswer launch(RpcClient recipient) {
        return recipient.launch("cn-hongkong", IMAGE, "ZoneId", "cn-hongkong-b");
    }
}

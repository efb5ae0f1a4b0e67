package dev.shareimage.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The two scenarios of the vendor's guide, over HTTP, by identities of the initial world. */
class SharingScenarioTest {

    private static final String REGION = "cn-hongkong";
    private static final String IMAGE = "m-hk0cmk0000000000001";
    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String SHARING = "2020-01-10";
    private static final String DIRECTORY = "2022-04-19";

    private final RunningSandbox sandbox = Sandbox.inMemory().start(0);
    private final RpcClient owner = RpcClient.owner(sandbox.uri());
    private final RpcClient operator = client("Operator001", "Operator00001");
    private final RpcClient publisher = client("Publish0001", "Publish000001");
    private final RpcClient recipient = client("Recv0000002", "Recv000000002");
    private final RpcClient sibling = client("Recv0000012", "Recv000000012");
    private final RpcClient manager = client("Manager0001", "Manager000001");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void twelve_accounts_get_image_and_key() {
        List<String> accounts = new ArrayList<>();
        for (int i = 2; i <= 13; i++) {
            accounts.add("2%015d".formatted(i));
        }
        setUp("\"Service\":[\"" + String.join("@ecs.aliyuncs.com\",\"", accounts) + "@ecs.aliyuncs.com\"]", "");
        share(publisher, accounts.subList(0, 10));
        share(publisher, accounts.subList(10, 12));

        RpcAnswer shared =
                owner.ecs("DescribeImageSharePermission", "RegionId", REGION, "ImageId", IMAGE, "PageSize", "100");
        assertThat(shared.json().findValuesAsText("AliyunId")).containsExactlyElementsOf(accounts);
        assertThat(launch(recipient)).isEqualTo("400 DryRunOperation");
        assertThat(launch(client("Recv0000014", "Recv000000014"))).isEqualTo("404 InvalidImageId.NotFound");
    }

    @Test
    void a_folder_gets_image_and_key() throws InterruptedException {
        setUp(
                "\"Service\":[\"*@ecs.aliyuncs.com\"]",
                ",\"Condition\":{\"StringLike\":{\"sts:ServiceOwnerRDPath\":"
                        + "\"rd-sbx001/r-root01/fd-products01/fd-japan00001*\"}}");
        assertThat(operator.get(
                                SHARING,
                                "CreateResourceShare",
                                "RegionId",
                                REGION,
                                "ResourceShareName",
                                "images",
                                "Resources.1.ResourceId",
                                IMAGE,
                                "Resources.1.ResourceType",
                                "Image",
                                "Targets.1",
                                "fd-japan00001")
                        .outcome())
                .isEqualTo("200");
        awaitAssociation();

        assertThat(launch(recipient)).isEqualTo("400 DryRunOperation");
        assertThat(launch(sibling)).isEqualTo("404 InvalidImageId.NotFound");
        manager.post(DIRECTORY, "MoveAccount", "AccountId", "2000000000000002", "DestinationFolderId", "fd-china00001");
        assertThat(launch(recipient)).isEqualTo("404 InvalidImageId.NotFound");
    }

    @Test
    void nobody_does_what_its_policies_do_not_allow() {
        RpcClient viewer = client("Viewer00001", "Viewer0000001");
        RpcClient nobody = client("Nobody00001", "Nobody0000001");

        assertThat(viewer.ecs("DescribeImages", "RegionId", REGION).outcome()).isEqualTo("200");
        assertThat(nobody.ecs("DescribeImages", "RegionId", REGION).outcome()).isEqualTo("403 Forbidden.RAM");
        RpcAnswer refused =
                viewer.ecs("ModifyImageSharePermission", "RegionId", REGION, "ImageId", IMAGE, "AddAccount.1", "2");
        assertThat(refused.outcome()).isEqualTo("403 Forbidden.RAM");
        assertThat(refused.text("/AccessDeniedDetail/AuthAction")).isEqualTo("ecs:ModifyImageSharePermission");
        assertThat(publisher.ram("GetRole", "RoleName", ROLE).outcome()).isEqualTo("403 NoPermission");
        assertThat(viewer.get("2016-01-20", "DescribeKey", "RegionId", REGION, "KeyId", "alias/images")
                        .status())
                .isEqualTo(403);
        assertThat(publisher.get(DIRECTORY, "GetResourceDirectory").status()).isEqualTo(403);
        assertThat(operator.get(DIRECTORY, "GetResourceDirectory").outcome()).isEqualTo("200");
    }

    private void setUp(String principal, String condition) {
        String trust = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
                + "\"Principal\":{" + principal + "}" + condition + "}]}";
        assertThat(operator.ram("CreateRole", "RoleName", ROLE, "AssumeRolePolicyDocument", trust)
                        .outcome())
                .isEqualTo("200");
        assertThat(operator.ram(
                                "AttachPolicyToRole",
                                "RoleName",
                                ROLE,
                                "PolicyType",
                                "System",
                                "PolicyName",
                                "AliyunKMSFullAccess")
                        .outcome())
                .isEqualTo("200");
    }

    private static void share(RpcClient client, List<String> accounts) {
        List<String> parameters = new ArrayList<>(List.of("RegionId", REGION, "ImageId", IMAGE));
        for (int i = 0; i < accounts.size(); i++) {
            parameters.addAll(List.of("AddAccount." + (i + 1), accounts.get(i)));
        }
        assertThat(client.ecs("ModifyImageSharePermission", parameters.toArray(String[]::new))
                        .outcome())
                .isEqualTo("200");
    }

    private static String launch(RpcClient client) {
        return client.launch(REGION, IMAGE).outcome();
    }

    private void awaitAssociation() throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < deadline) {
            RpcAnswer answer = owner.get(
                    SHARING, "ListResourceShareAssociations", "RegionId", REGION, "AssociationType", "Target");
            if (answer.json().findValuesAsText("AssociationStatus").equals(List.of("Associated"))) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("not associated after 10 seconds");
    }

    private RpcClient client(String keyEnd, String secretEnd) {
        return new RpcClient(sandbox.uri(), "LTAI5tSandbox" + keyEnd, "NotASecretSandbox" + secretEnd);
    }
}

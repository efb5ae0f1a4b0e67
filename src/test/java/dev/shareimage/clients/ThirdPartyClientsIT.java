package dev.shareimage.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcAnswer;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Third-party programs against the sandbox. They read the cloud's protocol independently, so they find
 * misunderstandings that the sandbox and this program share.
 */
@DisabledOnOs(OS.WINDOWS)
class ThirdPartyClientsIT {

    private static final Path CLIENTS = Path.of("src", "test", "clients");
    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String RECIPIENT = "2000000000000002";
    private static final String TRUST = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"" + RECIPIENT + "@ecs.aliyuncs.com\"]}}]}";

    private final RunningSandbox sandbox = Sandbox.inMemory().start(0);

    @TempDir
    private Path home;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Nested
    class NodePackages {

        @TempDir
        private static Path packages;

        private static boolean installed;

        @ParameterizedTest
        @ValueSource(strings = {"pop-core", "tea", "products"})
        void list_share_launch_and_are_refused(String script) throws Exception {
            Path node = InstalledClient.require("node");
            install();

            ProgramRun run = ProgramRun.of(
                    environment(),
                    List.of(
                            node.toString(),
                            packages.resolve(script + ".js").toString(),
                            sandbox.uri().toString()));

            assertThat(run)
                    .isEqualTo(new ProgramRun(
                            0, script + ": listed, shared, launched and refused for the right reasons\n", ""));
        }

        private static void install() throws Exception {
            if (installed) {
                return;
            }
            Path npm = InstalledClient.require("npm");
            copyClients(packages);
            ProgramRun run = ProgramRun.of(
                    System.getenv(),
                    List.of(
                            npm.toString(),
                            "--prefix=" + packages,
                            "ci",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefer-offline"));
            if (run.exitCode() != 0) {
                InstalledClient.giveUp("npm", "npm cannot install the packages: " + run.stderr());
            }
            installed = true;
        }

        private static void copyClients(Path target) throws IOException {
            try (Stream<Path> files = Files.list(CLIENTS)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void a_client_made_by_hand_sends_every_form_of_a_request() throws Exception {
        ProgramRun run = ProgramRun.of(
                environment(),
                List.of(
                        InstalledClient.require("python3").toString(),
                        CLIENTS.resolve("handmade.py").toString(),
                        sandbox.uri().toString()));

        assertThat(run)
                .isEqualTo(new ProgramRun(
                        0, "handmade: every form is read, every check is made, and no change is lost\n", ""));
    }

    @Nested
    class Packer {

        private final RpcClient owner = RpcClient.owner(sandbox.uri());
        private final RpcClient recipient =
                new RpcClient(sandbox.uri(), "LTAI5tSandboxRecv0000002", "NotASecretSandboxRecv000000002");

        @Test
        void builds_an_image_of_an_encrypted_one_and_shares_it() throws Exception {
            setUpRole();

            ProgramRun run = packer();

            assertThat(run.stdout()).contains("Alicloud images were created:", "cn-hongkong: m-new");
            assertThat(run.exitCode()).isZero();
            String image = imageThatIsLeft();
            assertThat(share(image).json().findValuesAsText("AliyunId")).containsExactly(RECIPIENT);
            assertThat(launch(image)).isEqualTo("400 DryRunOperation");
            assertThat(whatElseIsLeft()).isZero();
        }

        @Test
        void is_refused_without_the_role_and_cleans_up() throws Exception {
            ProgramRun run = packer();

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.stdout()).contains("ErrorCode: AssumeRoleError");
            assertThat(imagesThatAreLeft()).isEmpty();
            assertThat(whatElseIsLeft()).isZero();
        }

        @Test
        void leaves_a_manifest_whose_images_this_program_shares() throws Exception {
            Path template = home.resolve("template.json");
            Path manifest = home.resolve("packer-manifest.json");
            Files.writeString(
                    template,
                    Files.readString(CLIENTS.resolve("packer.json"))
                            .replaceFirst(
                                    "\\{",
                                    "{\"post-processors\":[{\"type\":\"manifest\",\"output\":\"" + manifest + "\"}],"));

            ProgramRun built = build(template, "share_with=");
            ProgramRun shared = program(
                    "share", "--packer-manifest", manifest.toString(), "--accounts", RECIPIENT, "--yes", "-o", "json");

            assertThat(built.exitCode()).as(built.stdout()).isZero();
            assertThat(shared.exitCode()).as(shared.stderr()).isZero();
            String image = imageThatIsLeft();
            assertThat(shared.stdout()).contains("\"imageId\": \"" + image + "\"", "\"region\": \"cn-hongkong\"");
            assertThat(share(image).json().findValuesAsText("AliyunId")).containsExactly(RECIPIENT);
            assertThat(launch(image)).isEqualTo("400 DryRunOperation");
        }

        @Test
        void needs_no_role_for_an_image_that_is_not_encrypted() throws Exception {
            ProgramRun run = packer("source_image=m-hk0plain00000000001");

            assertThat(run.exitCode()).isZero();
            String image = imageThatIsLeft();
            assertThat(share(image).json().findValuesAsText("AliyunId")).containsExactly(RECIPIENT);
        }

        @Test
        void cannot_share_what_it_encrypts_for_it_cannot_name_a_key() throws Exception {
            setUpRole();

            ProgramRun run = packer("source_image=m-hk0plain00000000001", "encrypted=true");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.stdout()).contains("ErrorCode: InvalidOperation.ServiceKeyEncryptedImageUnsupported");
            // A complete copy can no longer be canceled, and Packer has no other way to delete it.
            assertThat(share(imageThatIsLeft()).json().findValuesAsText("AliyunId"))
                    .isEmpty();
        }

        @Test
        void encrypts_with_the_service_key_where_it_shares_nothing() throws Exception {
            ProgramRun run = packer("source_image=m-hk0plain00000000001", "encrypted=true", "share_with=");

            assertThat(run.exitCode()).isZero();
            assertThat(describe(imageThatIsLeft()).json().findValuesAsText("Encrypted"))
                    .containsExactly("true");
        }

        @ParameterizedTest
        @ValueSource(strings = {"9999999999999999", "1000000000000001"})
        void is_told_of_accounts_that_cannot_be(String account) throws Exception {
            setUpRole();

            ProgramRun run = packer("share_with=" + account);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.stdout()).containsPattern("ErrorCode: InvalidAccount\\.(NotFound|Forbbiden)");
            assertThat(imagesThatAreLeft()).isEmpty();
        }

        @Test
        void is_told_of_a_wrong_secret_and_of_a_missing_permission() throws Exception {
            assertThat(packer("secret_key=NotEvenTheSandboxsSecret").stdout())
                    .contains("ErrorCode: SignatureDoesNotMatch");
            assertThat(packer("access_key=LTAI5tSandboxViewer00001", "secret_key=NotASecretSandboxViewer0000001")
                            .stdout())
                    .contains("ErrorCode: Forbidden.RAM");
        }

        private ProgramRun packer(String... variables) throws Exception {
            return build(CLIENTS.resolve("packer.json"), variables);
        }

        private ProgramRun build(Path template, String... variables) throws Exception {
            Map<String, String> environment = environment();
            environment.put("HTTP_PROXY", sandbox.uri().toString());
            environment.put("CHECKPOINT_DISABLE", "1");
            List<String> command =
                    new ArrayList<>(List.of(InstalledClient.require("packer").toString(), "build", "-color=false"));
            for (String variable : variables) {
                command.add("-var");
                command.add(variable);
            }
            command.add(template.toString());
            return ProgramRun.of(environment, command);
        }

        /** Runs the program as the owner of the images. */
        private ProgramRun program(String... arguments) throws Exception {
            Map<String, String> environment = environment();
            environment.put("SHARE_IMAGE_ENDPOINT", sandbox.uri().toString());
            environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5tSandboxOwner000001");
            environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "NotASecretSandboxOwner00000001");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    Path.of("target", "share-image.jar").toString()));
            command.addAll(List.of(arguments));
            return ProgramRun.of(environment, command);
        }

        private void setUpRole() {
            owner.ram("CreateRole", "RoleName", ROLE, "AssumeRolePolicyDocument", TRUST);
            owner.ram(
                    "AttachPolicyToRole",
                    "RoleName",
                    ROLE,
                    "PolicyType",
                    "System",
                    "PolicyName",
                    "AliyunKMSFullAccess");
        }

        private String imageThatIsLeft() {
            assertThat(imagesThatAreLeft()).hasSize(1);
            return imagesThatAreLeft().get(0);
        }

        private List<String> imagesThatAreLeft() {
            return owner.ecs("DescribeImages", "RegionId", "cn-hongkong", "ImageName", "built-by-packer")
                    .json()
                    .findValuesAsText("ImageId");
        }

        private int whatElseIsLeft() {
            return owner.ecs("DescribeInstances", "RegionId", "cn-hongkong")
                    .json()
                    .get("TotalCount")
                    .asInt();
        }

        private RpcAnswer describe(String image) {
            return owner.ecs("DescribeImages", "RegionId", "cn-hongkong", "ImageId", image);
        }

        private RpcAnswer share(String image) {
            return owner.ecs("DescribeImageSharePermission", "RegionId", "cn-hongkong", "ImageId", image);
        }

        private String launch(String image) {
            return recipient
                    .ecs(
                            "RunInstances",
                            "RegionId",
                            "cn-hongkong",
                            "ImageId",
                            image,
                            "DryRun",
                            "true",
                            "SystemDisk.Encrypted",
                            "true")
                    .outcome();
        }
    }

    /** An environment without proxy and credentials of the machine. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", home.toString());
        return environment;
    }
}

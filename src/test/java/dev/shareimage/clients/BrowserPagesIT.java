package dev.shareimage.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.Findings;
import dev.shareimage.app.report.ReportFixture;
import dev.shareimage.cli.view.page.ReportPage;
import dev.shareimage.domain.Messages;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The pages for people in a real browser. It reports no problem and sends no request to other hosts. */
@DisabledOnOs(OS.WINDOWS)
class BrowserPagesIT {

    private static final Path SCRIPTS = Path.of("src", "test", "browser");
    private static final String ROLE = "AliyunECSShareEncryptImageDefaultRole";
    private static final String TRUST = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"2000000000000002@ecs.aliyuncs.com\","
            + "\"2000000000000003@ecs.aliyuncs.com\"]}}]}";

    @TempDir
    private static Path directory;

    private static Path chromium;

    @BeforeAll
    static void install() throws Exception {
        chromium = InstalledClient.requireOneOf("chromium", "google-chrome");
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        ProgramRun run = ProgramRun.of(
                System.getenv(),
                List.of(
                        InstalledClient.require("npm").toString(),
                        "--prefix=" + directory,
                        "ci",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefer-offline"));
        if (run.exitCode() != 0) {
            InstalledClient.giveUp("npm", "npm cannot install the packages: " + run.stderr());
        }
    }

    @Test
    void the_report_shows_filters_prints_and_asks_for_nothing() throws Exception {
        ProgramRun run = node(
                "report.js",
                page("small", ReportFixture.small()),
                page("medium", ReportFixture.large(5, 60)),
                page("large", ReportFixture.large(1_000, 200)));

        assertThat(run).isEqualTo(new ProgramRun(0, "report: shows, filters, prints and asks for nothing\n", ""));
    }

    @Test
    void the_sandbox_shows_its_world_and_is_controlled() throws Exception {
        try (RunningSandbox sandbox = Sandbox.inMemory().withControl().start(0)) {
            share(RpcClient.owner(sandbox.uri()));

            ProgramRun run = node("sandbox.js", sandbox.uri().toString());

            assertThat(run)
                    .isEqualTo(
                            new ProgramRun(0, "sandbox: shows the world, controls it and asks for nothing else\n", ""));
        }
    }

    private static void share(RpcClient owner) {
        owner.ram("CreateRole", "RoleName", ROLE, "AssumeRolePolicyDocument", TRUST);
        owner.ram("AttachPolicyToRole", "RoleName", ROLE, "PolicyType", "System", "PolicyName", "AliyunKMSFullAccess");
        assertThat(owner.ecs(
                                "ModifyImageSharePermission",
                                "RegionId",
                                "cn-hongkong",
                                "ImageId",
                                "m-hk0cmk0000000000001",
                                "AddAccount.1",
                                "2000000000000002",
                                "AddAccount.2",
                                "2000000000000003")
                        .outcome())
                .isEqualTo("200");
    }

    private static String page(String name, AccessReport report) throws IOException {
        Messages messages = Messages.load("report", "en");
        Findings findings = Findings.of(report, messages, List.of(), ReportFixture.NOW);
        Path file = directory.resolve(name + ".html");
        return Files.writeString(file, ReportPage.of(report, findings, messages, ReportFixture.NOW))
                .toString();
    }

    private static ProgramRun node(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                InstalledClient.require("node").toString(),
                directory.resolve(script).toString()));
        command.addAll(List.of(arguments));
        return ProgramRun.of(
                Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString(), "CHROMIUM", chromium.toString()),
                command);
    }
}

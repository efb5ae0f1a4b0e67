package dev.shareimage.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareService.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code library.md}, compiled and run. */
class LibraryExampleTest {

    private static final String IMAGE = "m-hk0cmk0000000000001";
    private static final String RECIPIENT = "2000000000000002";

    @RegisterExtension
    final SandboxExtension cloud = new SandboxExtension();

    @TempDir
    Path home;

    private List<String> endpoints = List.of();

    Report share(Map<String, String> environment, Path home, ImageId image, List<AccountId> accounts)
            throws CloudException {
        RegionId region = new RegionId("cn-hongkong");
        ServiceSettings settings = new ServiceSettings(environment, home)
                .region(region)
                .endpoints(endpoints)
                .timeout(Duration.ofMinutes(2));
        try (ShareServices services = ShareServices.open(settings)) {
            TargetQuery targets = new TargetQuery(accounts, false, Optional.empty(), List.of(), List.of());
            ShareRequest request = new ShareRequest(region, List.of(image), targets, List.of(), false, true);
            Proposal proposal = services.service().share(request);
            Report preview = proposal.preview();
            return preview.blocked() || proposal.changesNothing() ? preview : proposal.apply(Progress.SILENT);
        }
    }

    @Test
    void a_program_shares_an_image() throws CloudException {
        endpoints = List.of(cloud.uri().toString());

        Report report = share(cloud.environment(), home, new ImageId(IMAGE), List.of(new AccountId(RECIPIENT)));
        Report again = share(cloud.environment(), home, new ImageId(IMAGE), List.of(new AccountId(RECIPIENT)));

        assertThat(report.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(again.status()).isEqualTo(Status.UNCHANGED);
        assertThat(RpcClient.owner(cloud.uri())
                        .ecs("DescribeImageSharePermission", "RegionId", "cn-hongkong", "ImageId", IMAGE)
                        .text("/Accounts/Account/0/AliyunId"))
                .isEqualTo(RECIPIENT);
    }

    @Test
    void the_page_shows_what_is_compiled_here() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/library.md"));
        String source = Files.readString(Path.of("src/test/java/dev/shareimage/library/LibraryExampleTest.java"));
        String example =
                page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n", page.indexOf("```java\n")));

        assertThat(withoutIndentation(source)).contains(withoutIndentation(example));
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}

package dev.shareimage.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Progress;
import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code library.md}, compiled and run. */
class LibraryExampleTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```\n", Pattern.DOTALL);

    @RegisterExtension
    final SandboxExtension cloud = new SandboxExtension();

    @TempDir
    Path home;

    Report share(ServiceSettings settings, ImageRef image, List<AccountId> accounts) throws CloudException {
        try (ShareServices services = ShareServices.open(settings)) {
            ShareRequest request = ShareRequest.of(List.of(image), TargetQuery.ofAccounts(accounts));
            Proposal proposal = services.service().share(request);
            Report preview = proposal.preview();
            return preview.blocked() || proposal.changesNothing() ? preview : proposal.apply(Progress.SILENT);
        }
    }

    @Test
    void a_program_shares_an_image_in_the_sandbox() throws CloudException {
        ServiceSettings settings = new ServiceSettings(cloud.environment(), home)
                .endpoints(List.of(cloud.uri().toString()))
                .timeout(Duration.ofMinutes(2));
        ImageRef image = ImageRef.parse("cn-hongkong:m-hk0cmk0000000000001");
        List<AccountId> accounts = List.of(new AccountId("2000000000000002"));

        assertThat(share(settings, image, accounts).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(share(settings, image, accounts).status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void the_cloud_knows_whom_the_program_shared_with() throws CloudException {
        a_program_shares_an_image_in_the_sandbox();

        assertThat(RpcClient.owner(cloud.uri())
                        .ecs(
                                "DescribeImageSharePermission",
                                "RegionId",
                                "cn-hongkong",
                                "ImageId",
                                "m-hk0cmk0000000000001")
                        .text("/Accounts/Account/0/AliyunId"))
                .isEqualTo("2000000000000002");
    }

    @Test
    void the_page_shows_what_is_compiled_here() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/library.md"));
        String source = Files.readString(Path.of("src/test/java/dev/shareimage/library/LibraryExampleTest.java"));

        assertThat(BLOCK.matcher(page).results().map(block -> withoutIndentation(block.group(1))))
                .hasSize(2)
                .allSatisfy(example -> assertThat(withoutIndentation(source)).contains(example));
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}

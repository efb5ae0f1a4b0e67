package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.sandbox.directory.DirectoryApi;
import dev.shareimage.sandbox.ecs.EcsApi;
import dev.shareimage.sandbox.iam.RamApi;
import dev.shareimage.sandbox.iam.StsApi;
import dev.shareimage.sandbox.kms.KmsApi;
import dev.shareimage.sandbox.quotas.QuotasApi;
import dev.shareimage.sandbox.sharing.ResourceSharingApi;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the sandbox names every call that the sandbox answers, and no other. */
class SandboxPageTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    static Stream<Api> products() {
        return Stream.of(
                new EcsApi(),
                new RamApi(),
                new StsApi(),
                new KmsApi(),
                new QuotasApi(),
                new ResourceSharingApi(),
                new DirectoryApi());
    }

    @ParameterizedTest
    @MethodSource("products")
    void names_the_calls_of_every_product(Api api) throws IOException {
        String row = Files.readAllLines(SitePages.SITE.resolve("sandbox.md")).stream()
                .filter(line -> line.startsWith("| " + api.product() + " | " + api.version() + " | "))
                .findFirst()
                .orElseThrow();

        List<String> calls =
                NAME.matcher(row).results().map(match -> match.group(1)).toList();

        assertThat(calls)
                .containsExactlyInAnyOrderElementsOf(
                        api.actions().stream().map(Action::name).toList());
    }
}

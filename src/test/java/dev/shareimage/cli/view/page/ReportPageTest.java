package dev.shareimage.cli.view.page;

import static dev.shareimage.app.report.ReportFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.Findings;
import dev.shareimage.app.report.ReportFixture;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {

    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final int MAX_LARGE_BYTES = 10 << 20;

    @Test
    void names_from_the_cloud_stay_text() {
        String page = page(ReportFixture.small(), "en");

        assertThat(page).doesNotContain("<script>alert", "<img", "{{t}}\u202E", "\u202E", "\u2028", "\u001B");
        assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)");
        assertThat(SCRIPT.matcher(page).results()).hasSize(2);
    }

    @Test
    void data_in_the_page_is_what_was_read() throws Exception {
        String data = SCRIPT.matcher(page(ReportFixture.small(), "en"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        JsonNode tree = Json.parse(data);

        assertThat(tree.get("images").get(2).get(2).textValue())
                .isEqualTo(
                        "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{t}}\uFFFDgpj.\uFFFD\uFFFD[31m");
        assertThat(tree.get("targets").toString()).contains("[\"2000000000000012\",\"account\"]");
    }

    @Test
    void policy_lets_nothing_but_the_own_script_and_style_in() throws Exception {
        String page = page(ReportFixture.small(), "en");
        List<String> scripts =
                SCRIPT.matcher(page).results().map(found -> found.group(1)).toList();
        MatchResult style = STYLE.matcher(page).results().findFirst().orElseThrow();

        assertThat(page.replace("&#39;", "'").replace("&#x3D;", "="))
                .contains("content=\"default-src 'none'; script-src '" + digest(scripts.get(1)) + "'; style-src '"
                        + digest(style.group(1)) + "'; img-src data:;");
        assertThat(page).doesNotContainPattern("(src|href)=\"(?!#|data:,)").doesNotContain("style=\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh"})
    void speaks_the_language_asked_for(String language) {
        String page = page(ReportFixture.small(), language);

        assertThat(page)
                .contains("<html lang=\"" + language + "\">")
                .contains(Messages.load("report", language).get("page.findings"))
                .contains(Messages.load("report", language).get("kind.key-deletion"));
    }

    @Test
    void many_findings_of_a_kind_are_grouped_with_one_fix() {
        String page = page(ReportFixture.large(2, 60), "en");

        assertThat(page)
                .contains("<code tabindex=\"0\">share-image set-trust --profile images --accounts"
                        + " 2000000000000003,2000000000000020,2000000000000037,2000000000000054</code>")
                .contains("<summary>Each of the 4 findings</summary>")
                .contains("<code>share-image set-trust --profile images --accounts 2000000000000020</code>");
        assertThat(page(ReportFixture.large(2, 40), "en")).doesNotContain("<details class=\"each\">");
    }

    @Test
    void large_reports_make_no_larger_page_than_a_mail_takes() {
        String page = page(ReportFixture.large(1_000, 200), "en");

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MAX_LARGE_BYTES);
        assertThat(page(ReportFixture.large(1_000, 50), "en").length()).isLessThan(MAX_LARGE_BYTES / 3);
    }

    @Test
    void writes_pages_to_look_at() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/report-pages"));
        Files.writeString(folder.resolve("small.html"), page(ReportFixture.small(), "en"));
        Files.writeString(folder.resolve("medium.html"), page(ReportFixture.large(5, 60), "en"));
        Files.writeString(folder.resolve("large.html"), page(ReportFixture.large(1_000, 200), "ja"));

        assertThat(folder.resolve("small.html")).isNotEmptyFile();
    }

    private static String page(AccessReport report, String language) {
        Messages messages = Messages.load("report", language);
        return ReportPage.of(report, Findings.of(report, messages, List.of(), NOW), messages, NOW);
    }

    private static String digest(String text) throws Exception {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

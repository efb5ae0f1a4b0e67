package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of codes on the pages equal the program's, in every language. */
class TroubleshootingPageTest {

    private static final String RULE = "|---|---|---|\n";

    /** A code of the cloud or of the program. */
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Za-z]+(?:\\.[A-Za-z]+)*)`");

    @ParameterizedTest
    @CsvSource({
        "en, troubleshooting.md, | code | means | what to do |",
        "ja, troubleshooting-ja.md, | コード | 意味 | 対処 |",
        "zh, troubleshooting-zh.md, | 错误码 | 含义 | 解决办法 |"
    })
    void lists_every_code_with_its_cause_and_its_repair(String language, String name, String titles)
            throws IOException {
        String head = titles + "\n" + RULE;
        Path file = SitePages.SITE.resolve(name);
        String page = Files.readString(file);
        int start = page.indexOf(head);
        assertThat(start).isPositive();
        int end = page.indexOf("\n\n", start) + 1;

        SitePages.verify(file, page.substring(0, start) + head + rows(language) + page.substring(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"troubleshooting-ja.md", "troubleshooting-zh.md"})
    void names_the_codes_that_the_english_pages_assign_to_a_side(String name) throws IOException {
        String english = Files.readString(SitePages.SITE.resolve("recipients.md"));
        List<String> codes = CODE.matcher(english.substring(english.indexOf("## Who has to repair what")))
                .results()
                .map(code -> code.group(1))
                .filter(code -> code.startsWith("Inv") || code.startsWith("NotSupport") || code.startsWith("Forbidden"))
                .toList();

        String page = Files.readString(SitePages.SITE.resolve(name));
        assertThat(codes).hasSizeGreaterThan(8);
        assertThat(CODE.matcher(page.substring(page.lastIndexOf("AssumeRoleError")))
                        .results()
                        .map((MatchResult code) -> code.group(1)))
                .containsAll(codes);
    }

    private static String rows(String language) {
        Messages sentences = Messages.load("errors", language);
        return Stream.of(ErrorCause.values())
                .map(cause -> "| " + cell(cause, language) + " | " + text(sentences, cause.key()) + " | "
                        + text(sentences, cause.key() + ".fix") + " |\n")
                .collect(Collectors.joining());
    }

    private static String cell(ErrorCause cause, String language) {
        return cause.codes().stream()
                .map(code -> "`" + code + "`")
                .collect(Collectors.joining(language.equals("en") ? ", " : "、"));
    }

    private static String text(Messages sentences, String key) {
        return sentences.get(key, "…", "…").replace("*", "\\*").replace("|", "\\|");
    }
}

package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a terminal shows of many checks. */
class FindingLinesTest {

    private static final Messages WORDS = Messages.load("table", "en");

    @Test
    void names_the_checks_of_a_long_list_that_passed_before_the_others() {
        assertThat(text(FindingLines.brief(findings(17), WORDS))).isEqualTo("""
                pass         credentials: the credentials are of account 1
                pass         region-listed, image-found (17); -v shows what each of them found
                warn         key-enabled: key 1 has no protection
                               fix: protect it
                fail         key-tagged: key 1 has no tag
                               fix: tag it""");
    }

    @Test
    void lists_all_checks_of_a_short_list() {
        List<Finding> findings = findings(16);

        assertThat(FindingLines.brief(findings, WORDS)).isEqualTo(FindingLines.all(findings, WORDS));
    }

    private static List<Finding> findings(int images) {
        List<Finding> findings = new ArrayList<>(List.of(
                Finding.pass(CheckId.CREDENTIALS, "the credentials are of account 1"),
                Finding.pass(CheckId.REGION_LISTED, "cn-hongkong is listed")));
        for (int image = 0; image < images; image++) {
            findings.add(Finding.pass(CheckId.IMAGE_FOUND, "image " + image + " is there"));
        }
        findings.add(Finding.warn(CheckId.KEY_ENABLED, "key 1 has no protection", "protect it"));
        findings.add(Finding.fail(CheckId.KEY_TAGGED, "key 1 has no tag", "tag it"));
        return findings;
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}

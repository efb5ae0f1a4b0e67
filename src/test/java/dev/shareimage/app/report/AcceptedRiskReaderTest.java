package dev.shareimage.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedRiskReaderTest {

    @Test
    void reads_what_is_accepted_why_and_how_long() {
        assertThat(AcceptedRiskReader.read("e.yaml", """
                schemaVersion: 1
                exceptions:
                  - finding: outside-directory
                    target: "3000000000000003"
                    reason: the auditors, ticket 4711
                    until: 2027-03-31
                  - {finding: key-deletion, key: key-1, account: "1000000000000001", image: cn-hongkong:m-1, reason: moved, until: 2026-12-01}
                """))
                .containsExactly(
                        new AcceptedRisk(
                                "outside-directory",
                                null,
                                null,
                                "3000000000000003",
                                null,
                                "the auditors, ticket 4711",
                                LocalDate.of(2027, 3, 31)),
                        new AcceptedRisk(
                                "key-deletion",
                                "1000000000000001",
                                "cn-hongkong:m-1",
                                null,
                                "key-1",
                                "moved",
                                LocalDate.of(2026, 12, 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exceptions: [] | e.yaml:1:1: schemaVersion is missing; write schemaVersion: 1
                    schemaVersion: 2 | e.yaml:1:16: this program reads schemaVersion 1
                    {schemaVersion: 1, exceptions: [{finding: not-trusted, reason: x}]} | e.yaml:1:33: an exception has finding, reason and until
                    {schemaVersion: 1, exceptions: [{finding: denied, reason: x, until: 31.03.2027}]} | e.yaml:1:69: until is not a date, as in 2027-03-31
                    {schemaVersion: 1, exceptions: [{finding: denied, until: 2027-03-31, reason: ''}]} | e.yaml:1:78: reason is empty
                    {schemaVersion: 1, exceptions: [{fnding: x}]} | e.yaml:1:34: this is not a member of an exception; known are finding, account, image, target, key, reason, until
                    """)
    void a_mistake_is_told_with_its_line(String text, String complaint) {
        assertThatThrownBy(() -> AcceptedRiskReader.read("e.yaml", text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(complaint);
    }

    @Test
    void every_kind_that_can_be_accepted_is_a_kind_that_is_found() {
        assertThat(Messages.load("report", "en").keys().stream()
                        .filter(key -> key.startsWith("kind.") && !key.equals("kind.trust-unknown"))
                        .map(key -> key.substring("kind.".length()))
                        .collect(Collectors.toSet()))
                .isEqualTo(AcceptedRiskReader.KINDS);
    }
}

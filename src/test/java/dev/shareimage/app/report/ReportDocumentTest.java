package dev.shareimage.app.report;

import static dev.shareimage.app.report.ReportFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.ReportDocumentReader.Document;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDocumentTest {

    @Test
    void what_is_written_is_read_again_whole() {
        AcceptedRisk accepted = ReportFixture.accepts("expiring", null, null, "2027-01-01");

        Document read = ReportDocumentReader.read("a.json", text(ReportFixture.small(), accepted));

        assertThat(read.report()).isEqualTo(ReportFixture.small());
        assertThat(read.accepted()).containsExactly(accepted);
    }

    @Test
    void large_reports_are_read_again() {
        AccessReport large = ReportFixture.large(1_000, 200);

        assertThat(ReportDocumentReader.read("large.json", text(large)).report())
                .isEqualTo(large);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"command":"share","schemaVersion":1} | a.json is not a report of this program; make one with share-image report
                    {"command":"report","schemaVersion":2} | a.json is not a report of this program; make one with share-image report
                    {"command":"report","schemaVersion":1} | a.json.images is missing
                    {"command":"report","schemaVersion":1,"images":[{"account":"x"}]} | a.json.images[0].account: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
                    {"command":"report","schemaVersion":1,"images":[7]} | a.json.images[0] is not an object
                    []  | a.json is not an object
                    """)
    void anything_else_is_refused_with_the_place(String text, String complaint) {
        assertThatThrownBy(() -> ReportDocumentReader.read("a.json", text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(complaint);
    }

    @Test
    void text_that_is_cut_off_is_refused() {
        String whole = text(ReportFixture.small());

        assertThatThrownBy(() -> ReportDocumentReader.read("a.json", whole.substring(0, whole.length() / 2)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("a.json: not JSON: ");
    }

    @Test
    void reports_of_several_accounts_are_joined() {
        AccessReport other = new AccessReport(List.of(owner("1000000000000009", List.of())));

        AccessReport joined = ReportMerge.of(List.of(other, ReportFixture.small()));

        assertThat(joined.owners())
                .extracting(owner -> owner.account().value())
                .containsExactly("1000000000000001", "1000000000000009");
        assertThat(joined.images()).isEqualTo(ReportFixture.small().images());
    }

    @Test
    void latest_reading_of_a_region_counts_and_other_regions_stay() {
        ReportedImage image = ReportFixture.image(ReportFixture.HONG_KONG, "m-new", "new", false, null);
        Owner later = owner("1000000000000001", List.of(image));

        AccessReport joined = ReportMerge.of(List.of(new AccessReport(List.of(later)), ReportFixture.small()));

        assertThat(joined.images())
                .extracting(ReportedImage::text)
                .containsExactly("ap-southeast-1:m-sg0001", "cn-hongkong:m-new");
        assertThat(joined.owners())
                .singleElement()
                .satisfies(owner -> assertThat(owner.regions())
                        .containsExactly(
                                new RegionRead(ReportFixture.SINGAPORE, NOW, false),
                                new RegionRead(ReportFixture.HONG_KONG, NOW.plusSeconds(60), true)));
    }

    @Test
    void members_of_a_directory_of_another_report_are_not_trusted_for_nothing() {
        Group folder = new Group(ReportFixture.FOLDER, List.of(new AccountId("2000000000000002")));
        Owner older = owner("1000000000000001", List.of(), List.of(folder), List.of());
        Owner newer = owner(
                "1000000000000001",
                List.of(),
                List.of(),
                List.of("2000000000000002@ecs.aliyuncs.com", "2000000000000003@ecs.aliyuncs.com"));

        AccessReport joined =
                ReportMerge.of(List.of(new AccessReport(List.of(older)), new AccessReport(List.of(newer))));

        assertThat(joined.owners())
                .singleElement()
                .satisfies(
                        owner -> assertThat(owner.trustedOnly()).containsExactly("2000000000000003@ecs.aliyuncs.com"));
    }

    private static Owner owner(String account, List<ReportedImage> images) {
        return owner(account, images, List.of(), List.of());
    }

    private static Owner owner(
            String account, List<ReportedImage> images, List<Group> groups, List<String> trustedOnly) {
        Owner like = ReportFixture.owner(images, null);
        return new Owner(
                new AccountId(account),
                like.readBy(),
                like.commands(),
                List.of(new RegionRead(ReportFixture.HONG_KONG, NOW.plusSeconds(60), true)),
                like.role(),
                null,
                List.of(),
                groups,
                List.of(),
                images,
                trustedOnly,
                null,
                List.of());
    }

    private static String text(AccessReport report, AcceptedRisk... accepted) {
        Findings findings = Findings.of(report, Messages.load("report", "en"), List.of(accepted), NOW);
        ObjectNode document = Json.object().put("schemaVersion", 1).put("command", "report");
        ReportDocument.fill(document, report, findings, List.of(accepted));
        return Json.write(document);
    }
}

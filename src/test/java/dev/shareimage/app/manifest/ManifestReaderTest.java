package dev.shareimage.app.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    private static final String BEGINNING = "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n";

    @Test
    void reads_everything_that_a_manifest_may_say() {
        String text = """
                # who has what
                schemaVersion: 1
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-hk0001
                        accounts: ["2000000000000002", 3000000000000003]
                      - id: m-hk0002
                        resourceDirectory: own
                        folders:
                          - fd-japan00001
                          - rd-sbx001/r-root01/fd-china00001
                        setup: false
                      - {id: m-hk0003, resourceDirectory: rd-sbx001}
                  - images: []
                    id: cn-beijing
                """;

        assertThat(ManifestReader.read("shares.yaml", text))
                .isEqualTo(new Manifest(List.of(
                        new RegionImages(
                                new RegionId("cn-hongkong"),
                                List.of(
                                        new ImageTargets(
                                                new ImageId("m-hk0001"),
                                                TargetQuery.ofAccounts(List.of(
                                                        new AccountId("2000000000000002"),
                                                        new AccountId("3000000000000003"))),
                                                true),
                                        new ImageTargets(
                                                new ImageId("m-hk0002"),
                                                new TargetQuery(
                                                        List.of(),
                                                        true,
                                                        Optional.empty(),
                                                        List.of(new FolderId("fd-japan00001")),
                                                        List.of(new FolderPath("rd-sbx001/r-root01/fd-china00001"))),
                                                false),
                                        new ImageTargets(
                                                new ImageId("m-hk0003"),
                                                new TargetQuery(
                                                        List.of(),
                                                        false,
                                                        Optional.of(new DirectoryId("rd-sbx001")),
                                                        List.of(),
                                                        List.of()),
                                                true))),
                        new RegionImages(new RegionId("cn-beijing"), List.of()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                               | m.yaml:1:1: there is nothing in it
            '# nothing'                                      | m.yaml:1:1: there is nothing in it
            'null'                                           | m.yaml:1:1: the manifest is empty; it has to be an object with schemaVersion, exported, groups, defaults, regions, total
            '[]'                                             | m.yaml:1:1: the manifest has another type; it has to be an object with schemaVersion, exported, groups, defaults, regions, total
            'regions: []'                                    | m.yaml:1:1: schemaVersion is missing; write schemaVersion: 2\\nm.yaml:1:10: it names no region
            'schemaVersion: 1'                               | m.yaml:1:1: it names no region
            'schemaVersion: 1\\nregions: []'                 | m.yaml:2:10: it names no region
            'schemaVersion: 2'                               | m.yaml:1:1: it names no region
            'schemaVersion: 1\\nschemaVersion: 1'            | m.yaml:2:1: schemaVersion is there twice
            'schemaVersion: 1\\nregion: x'                   | m.yaml:2:1: this is not a member of the manifest; known are schemaVersion, exported, regions, total
            'schemaVersion: 1\\nregions: {}'                 | m.yaml:2:10: regions has another type; it has to be a list
            'schemaVersion: 1\\nregions:'                    | m.yaml:2:9: regions is empty; it has to be a list
            'schemaVersion: 1\\nregions:\\n  - id: cn-x'     | m.yaml:3:5: a region has an id and images
            'schemaVersion: 1\\nregions:\\n  - id: EU!'      | m.yaml:3:5: a region has an id and images\\nm.yaml:3:9: this is not a region id, as in cn-hongkong
            'schemaVersion: 1\\n---\\nregions: []'           | m.yaml:1:1: it names no region\\nm.yaml:2:1: there is a second YAML document
            """)
    void refuses_a_document_of_another_form(String text, String complaint) {
        assertRefused(text.replace("\\n", "\n"), complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '      - accounts: []'                                        | m.yaml:5:9: an image has an id
            '      - id: m-1'                                             | m.yaml:5:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []
            '      - id: m-1\\n        setup: false'                       | m.yaml:5:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []
            '      - id: i-123'                                           | m.yaml:5:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []\\nm.yaml:5:13: this is not an image id: it starts with m-, as in m-bp1caf3yicx5jlfl0001
            '      - id: [m-1]'                                           | m.yaml:5:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []\\nm.yaml:5:13: the image's id has another type; it has to be a text
            '      - {id: m-1, accounts: []}\\n      - id: m-1'           | m.yaml:6:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []\\nm.yaml:6:13: image m-1 is there twice
            '      - id: m-1\\n        id: m-2'                           | m.yaml:6:9: id is there twice
            '      - id: m-1\\n        accuonts: []'                      | m.yaml:6:9: this is not a member of an image; known are id, accounts, resourceDirectory, folders, setup
            '      - id: m-1\\n        accounts:'                         | m.yaml:6:18: accounts is empty; it has to be a list
            '      - id: m-1\\n        accounts: 2000000000000002'        | m.yaml:6:19: accounts has another type; it has to be a list
            '      - id: m-1\\n        accounts: [~]'                     | m.yaml:6:20: an account is empty; it has to be a text
            '      - id: m-1\\n        accounts:\\n          - 1e5'       | m.yaml:7:13: this is not an account id: digits only, 16 as a rule, as in 2000000000000002
            '      - id: m-1\\n        accounts: ["20000", "20000"]'      | m.yaml:6:29: account 20000 is there twice
            '      - id: m-1\\n        resourceDirectory: [rd-1]'         | m.yaml:6:28: resourceDirectory has another type; it has to be a text
            '      - id: m-1\\n        resourceDirectory: mine'           | m.yaml:6:28: this is not a resource directory id: it starts with rd-, as in rd-3G0000
            '      - id: m-1\\n        folders: [rd-1/r-1/fd-1, fd-1]'    | m.yaml:6:34: folder fd-1 is there twice
            '      - id: m-1\\n        setup: no'                         | m.yaml:5:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []\\nm.yaml:6:16: setup is neither true nor false
            '      - &a id: m-1'                                          | m.yaml:5:9: anchors and aliases (& and *) are not read; write it out
            '      - *a'                                                  | m.yaml:5:9: anchors and aliases (& and *) are not read; write it out
            '      - id: !!java.net.URL x'                                | m.yaml:5:9: an image has one of accounts, folders, resourceDirectory; for nobody, write accounts: []\\nm.yaml:5:13: tags (!) are not read
            '      - {id: m-1'                                            | m.yaml:6:1: not YAML: expected ',' or '}', but got <stream end>
            """)
    void refuses_whatever_may_be_a_mistake_in_an_image(String text, String complaint) {
        assertRefused(BEGINNING + text.replace("\\n", "\n") + "\n", complaint);
    }

    @Test
    void accounts_of_many_images_take_little_memory() {
        Manifest manifest = ManifestReader.read(
                "m.yaml",
                BEGINNING
                        + "      - {id: m-1, accounts: ['2000000000000002']}\n"
                        + "      - {id: m-2, accounts: ['2000000000000002']}\n");

        assertThat(account(manifest, 0)).isSameAs(account(manifest, 1));
        assertThat(manifest.toString()).isEqualTo("manifest of 1 regions");
    }

    private static AccountId account(Manifest manifest, int image) {
        ImageTargets targets = manifest.regions().get(0).images().get(image);
        return targets.grants().get(0).targets().accounts().get(0);
    }

    @Test
    void refuses_a_region_that_is_named_twice() {
        assertRefused(
                BEGINNING + "      []\n  - id: cn-hongkong\n    images: []\n",
                "m.yaml:6:9: region cn-hongkong is there twice");
    }

    @Test
    void refuses_two_documents() {
        assertRefused(BEGINNING + "      []\n---\nx: y\n", "m.yaml:6:1: there is a second YAML document");
    }

    @Test
    void refuses_a_bomb_of_aliases_at_its_first_anchor() {
        StringBuilder bomb = new StringBuilder("schemaVersion: 2\na0: &a0 [lol, lol]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }

        assertThatThrownBy(() -> ManifestReader.read("m.yaml", bomb.toString()))
                .isInstanceOfSatisfying(
                        InvalidDocumentException.class,
                        refusal -> assertThat(refusal.problems()).hasSize(60));
        assertRefused(
                "schemaVersion: 1\nregions: &a [*a, *a]\n",
                "m.yaml:2:10: anchors and aliases (& and *) are not read; write it out");
    }

    @Test
    void refuses_a_huge_text_unread() {
        assertRefused("#".repeat(ManifestReader.MAX_LENGTH + 1), "m.yaml: it has more than 16777216 characters");
    }

    @Test
    void reads_a_large_manifest() {
        StringBuilder text = new StringBuilder(BEGINNING);
        for (int image = 0; image < 10_000; image++) {
            text.append("      - id: m-").append(image).append("\n        accounts: [\"2000000000000002\"]\n");
        }

        assertThat(ManifestReader.read("m.yaml", text.toString())
                        .regions()
                        .get(0)
                        .images())
                .hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- "})
    void refuses_deep_nesting_at_its_first_level(String opening) {
        assertThatThrownBy(() -> ManifestReader.read("m.yaml", opening.repeat(200_000)))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("m.yaml:1:");
    }

    @Test
    void quotes_nothing_that_may_be_a_secret_in_the_wrong_place() {
        for (String text : List.of(
                "{\"SECRET\": \"x\"}",
                "schemaVersion: SECRET",
                "exported: SECRET",
                "SECRET",
                "SECRET: [",
                "%SECRET x\n--- y",
                "x: !SECRET!x y",
                "x: !<SECRET y",
                "x: *SECRET",
                "SECRET\nx: y",
                "total: {images: SECRET, targets: 1}",
                "schemaVersion: 1\nregions: [{id: SECRET}]",
                BEGINNING + "      - id: SECRET\n",
                BEGINNING + "      - id: m-1\n        SECRET: x\n",
                BEGINNING + "      - id: m-1\n        accounts: [SECRET]\n",
                BEGINNING + "      - id: m-1\n        folders: [SECRET]\n",
                BEGINNING + "      - id: m-1\n        folders: [SECRET/x]\n",
                BEGINNING + "      - id: m-1\n        resourceDirectory: SECRET\n",
                BEGINNING + "      - id: m-1\n        setup: SECRET\n")) {
            assertThatThrownBy(() -> ManifestReader.read("m.yaml", text))
                    .as(text)
                    .isInstanceOf(InvalidDocumentException.class)
                    .hasMessageStartingWith("m.yaml:")
                    .hasMessageNotContaining("SECRET");
        }
    }

    @Test
    void requires_the_end_of_what_export_wrote() {
        String exported =
                "exported: true\n" + BEGINNING + "      - id: m-1\n        accounts: [\"20000\", \"30000\"]\n";

        assertRefused(exported, "m.yaml:8:1: the end is missing, which export writes (total): export it again");
        assertRefused(
                exported + "total: {images: 2, targets: 2}\n",
                "m.yaml:9:1: something is missing or was changed: total says 2 images with 2 targets, and there are"
                        + " 1 images with 2 targets; export it again, or write what you want it to hold:"
                        + " total: {images: 1, targets: 2}");
        assertThat(ManifestReader.read("m.yaml", exported + "total: {images: 1, targets: 2}\n")
                        .regions())
                .hasSize(1);
    }

    @Test
    void checks_a_total_that_a_person_wrote() {
        assertRefused(BEGINNING + "      []\ntotal: {images: 1}\n", "m.yaml:6:8: total has images and targets");
        assertRefused(
                BEGINNING + "      []\ntotal: {images: 1, targets: 0}\n",
                "m.yaml:7:1: something is missing or was changed: total says 1 images with 0 targets, and there are"
                        + " 0 images with 0 targets; export it again, or write what you want it to hold:"
                        + " total: {images: 0, targets: 0}");
    }

    @Test
    void counts_every_kind_of_target() {
        String text = "exported: true\n" + BEGINNING
                + "      - {id: m-1, resourceDirectory: own, folders: [fd-1, rd-1/r-1/fd-2], accounts: []}\n"
                + "      - {id: m-2, resourceDirectory: rd-1, accounts: [20000]}\n";

        assertThat(ManifestReader.read("m.yaml", text + "total: {images: 2, targets: 5}")
                        .regions())
                .hasSize(1);
    }

    @Test
    void refuses_characters_that_yaml_forbids() {
        assertThatThrownBy(() -> ManifestReader.read("m.yaml", "schemaVersion: \u0007"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("m.yaml: not YAML: ");
    }

    private static void assertRefused(String text, String complaint) {
        assertThatThrownBy(() -> ManifestReader.read("m.yaml", text))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessage(complaint.replace("\\n", "\n"));
    }
}

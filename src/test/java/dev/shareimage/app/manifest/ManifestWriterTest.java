package dev.shareimage.app.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestWriterTest {

    private static final String BEGINNING = """
            # yaml-language-server: $schema=share-image-manifest.schema.json
            schemaVersion: 2
            exported: true # apply takes it only whole: with the total in its last line
            """;

    private final StringBuilder text = new StringBuilder();
    private final ManifestWriter writer = new ManifestWriter(text::append);

    ManifestWriterTest() {
        writer.region(new RegionId("cn-hongkong"));
    }

    @Test
    void names_targets_that_do_not_have_the_image_yet_beside_those_that_do() {
        ShareTarget folder = ShareTarget.ofId("fd-japan00001");
        writer.image(new LiveImage(
                ImageRef.parse("cn-hongkong:m-1"),
                "golden",
                List.of(ShareTarget.ofId("2000000000000002"), folder),
                List.of(folder),
                true));
        writer.end();

        assertThat(text.toString()).endsWith("""
                      - id: m-1 # golden
                        # still being linked, without the image so far: fd-japan00001
                        folders: [fd-japan00001]
                        accounts: ["2000000000000002"]
                total: {images: 1, targets: 2}
                """.indent(0));
        assertThat(read().regions().get(0).images()).hasSize(1);
    }

    @Test
    void writes_what_the_reader_reads() {
        writer.image(image("m-1", "golden", true, "2000000000000003", "2000000000000002"));
        writer.image(image("m-2", "", false, "rd-sbx001", "fd-japan00001", "fd-china00001"));
        writer.image(image("m-3", "one", true, "2000000000000002"));
        writer.image(image("m-4", "nobody", true));
        writer.image(image("m-5", "one again", true, "2000000000000002"));
        writer.end();

        assertThat(text).hasToString(BEGINNING + """
                        regions:
                          - id: cn-hongkong
                            images:
                              - id: m-1 # golden
                                accounts: [
                                  "2000000000000002",
                                  "2000000000000003"
                                ]
                              - id: m-2
                                setup: false # not all of them are trusted; without this line, apply repairs that
                                resourceDirectory: rd-sbx001
                                folders: [fd-china00001, fd-japan00001]
                                accounts: []
                              - id: m-3 # one
                                accounts: ["2000000000000002"]
                              - id: m-4 # nobody
                                accounts: []
                              - id: m-5 # one again
                                accounts: ["2000000000000002"]
                        total: {images: 5, targets: 7}
                        """);
        assertThat(read().regions().get(0).images())
                .hasSize(5)
                .element(1)
                .isEqualTo(new ImageTargets(
                        new ImageId("m-2"),
                        new TargetQuery(
                                List.of(),
                                false,
                                Optional.of(new DirectoryId("rd-sbx001")),
                                List.of(new FolderId("fd-china00001"), new FolderId("fd-japan00001")),
                                List.of()),
                        false));
    }

    @Test
    void writes_the_recipients_of_several_images_as_a_group() {
        writer.image(image("m-1", "a", true, "2000000000000002", "fd-japan00001"));
        writer.image(image("m-2", "b", true, "2000000000000003", "2000000000000002"));
        writer.image(image("cn-beijing:m-3", "c", true, "2000000000000002", "2000000000000003"));
        writer.image(image("cn-beijing:m-4", "d", true, "2000000000000004", "2000000000000003"));
        writer.image(image("cn-beijing:m-5", "e", false, "fd-japan00001", "2000000000000002"));
        writer.end();

        assertThat(text).hasToString(BEGINNING + """
                        groups:
                          group-1: # 2 images
                            folders: [fd-japan00001]
                            accounts: ["2000000000000002"]
                          group-2: # 2 images
                            accounts: [
                              "2000000000000002",
                              "2000000000000003"
                            ]
                        regions:
                          - id: cn-hongkong
                            images:
                              - id: m-1 # a
                                groups: [group-1]
                              - id: m-2 # b
                                groups: [group-2]
                          - id: cn-beijing
                            images:
                              - id: m-3 # c
                                groups: [group-2]
                              - id: m-4 # d
                                accounts: [
                                  "2000000000000003",
                                  "2000000000000004"
                                ]
                              - id: m-5 # e
                                setup: false # not all of them are trusted; without this line, apply repairs that
                                groups: [group-1]
                        total: {images: 5, targets: 10}
                        """);
        assertThat(read().regions()).hasSize(2);
    }

    @Test
    void writes_a_region_without_images() {
        writer.end();

        assertThat(text).hasToString(BEGINNING + """
                        regions:
                          - id: cn-hongkong
                            images: []
                        total: {images: 0, targets: 0}
                        """);
        assertThat(read().regions()).hasSize(1);
    }

    @Test
    void keeps_hostile_names_inside_their_comment() {
        writer.image(image("m-1", "a\n        accounts: []\r\u0085\u2028\u2029\u001B[31m", true, "2000000000000002"));
        writer.end();

        assertThat(text)
                .contains("# a\uFFFD        accounts: []\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD[31m\n")
                .doesNotContain("\u001B");
        assertThat(read().audience().accounts()).containsExactly(new AccountId("2000000000000002"));
    }

    @Test
    void no_beginning_of_it_is_a_manifest() {
        writer.image(image("m-1", "a: b # {golden}", true, "2000000000000002", "2000000000000003"));
        writer.image(image("m-2", "", false, "rd-sbx001", "fd-japan00001", "fd-china00001"));
        writer.image(image("m-3", "镜像", true, "2000000000000002"));
        writer.image(image("m-4", "nobody", true));
        writer.image(image("m-5", "again", true, "2000000000000002", "2000000000000003"));
        writer.end();
        String whole = text.toString();

        for (int length = 0; length < whole.length() - 1; length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> ManifestReader.read("m.yaml", cut))
                    .as(cut)
                    .isInstanceOf(InvalidDocumentException.class);
        }
        assertThat(ManifestReader.read("m.yaml", whole.stripTrailing()))
                .isEqualTo(ManifestReader.read("m.yaml", whole));
    }

    @Test
    void says_of_a_folder_that_is_still_being_linked_that_it_does_not_have_the_image() {
        ShareTarget folder = ShareTarget.ofId("fd-japan00001");
        writer.image(new LiveImage(ImageRef.parse("cn-hongkong:m-1"), "", List.of(folder), List.of(folder), true));
        writer.end();

        assertThat(text)
                .contains("        # still being linked, without the image so far: fd-japan00001\n"
                        + "        folders: [fd-japan00001]\n"
                        + "        accounts: []\n");
        assertThat(read().regions()).hasSize(1);
    }

    private Manifest read() {
        return ManifestReader.read("m.yaml", text.toString());
    }

    private static LiveImage image(String id, String name, boolean setUp, String... targets) {
        return new LiveImage(
                ImageRef.parse(id.contains(":") ? id : "cn-hongkong:" + id),
                name,
                List.of(targets).stream().map(ShareTarget::ofId).toList(),
                List.of(),
                setUp);
    }
}

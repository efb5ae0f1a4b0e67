package dev.shareimage.app.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.manifest.Manifest;
import dev.shareimage.app.manifest.ManifestReader;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestCopiesWishesTest {

    private static final Manifest MANIFEST = ManifestReader.read("m.yaml", """
            schemaVersion: 2
            defaults:
              copies: {cn-hongkong: , cn-beijing: key-all}
            regions:
              - id: cn-hongkong
                images:
                  - {id: m-1, accounts: ["20000"], copies: {cn-beijing: key-own, cn-hongkong: key-x}}
                  - {id: m-2, accounts: ["30000"], setup: false}
              - id: cn-beijing
                images:
                  - {id: m-3, accounts: ["30000"]}
            """);

    @Test
    void an_image_is_wanted_once_in_each_region_but_its_own_and_its_own_key_counts() {
        assertThat(ManifestCopies.wishes(MANIFEST))
                .extracting(wish -> wish.source() + " " + wish.target() + " " + wish.general())
                .containsExactly(
                        "cn-hongkong:m-1 cn-beijing=key-own false",
                        "cn-hongkong:m-2 cn-beijing=key-all true",
                        "cn-beijing:m-3 cn-hongkong true");
    }

    @Test
    void a_copy_has_the_targets_of_its_source_and_its_own() {
        Manifest with = ManifestCopies.with(
                MANIFEST,
                Map.of(
                        ref("cn-beijing", "m-3"), ref("cn-hongkong", "m-1"),
                        ref("ap-southeast-1", "m-9"), ref("cn-hongkong", "m-2")));

        assertThat(images(with))
                .containsExactly(
                        "cn-hongkong m-1 [20000] true",
                        "cn-hongkong m-2 [30000] false",
                        "cn-beijing m-3 [30000, 20000] true",
                        "ap-southeast-1 m-9 [30000] false");
    }

    @Test
    void copies_whose_marks_form_a_circle_have_the_targets_of_all() {
        Manifest with = ManifestCopies.with(
                MANIFEST,
                Map.of(
                        ref("cn-beijing", "m-3"), ref("cn-hongkong", "m-1"),
                        ref("cn-hongkong", "m-1"), ref("cn-beijing", "m-3")));

        assertThat(images(with))
                .containsExactly(
                        "cn-hongkong m-1 [20000, 30000] true",
                        "cn-hongkong m-2 [30000] false",
                        "cn-beijing m-3 [30000, 20000] true");
    }

    private static ImageRef ref(String region, String image) {
        return new ImageRef(new RegionId(region), new ImageId(image));
    }

    private static List<String> images(Manifest manifest) {
        return manifest.regions().stream()
                .flatMap(region -> region.images().stream()
                        .map(image -> region.region() + " " + image.image() + " "
                                + image.grants().stream()
                                        .flatMap(grant -> grant.targets().accounts().stream())
                                        .toList()
                                + " " + image.setup()))
                .toList();
    }
}

package dev.shareimage.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.fake.ImageBuilder;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyMarkTest {

    private static final CopyMark MARK = mark("cn-hongkong", "m-1");

    private static CopyMark mark(String region, String id) {
        return new CopyMark(new ImageRef(new RegionId(region), new ImageId(id)));
    }

    private static Image image(String name, Map<String, String> tags) {
        return ImageBuilder.image("m-9").name(name).tags(tags).build();
    }

    @ParameterizedTest
    @CsvSource({
        "golden-image, golden-image_from_cn-hongkong_m-1",
        "黄金镜像, 黄金镜像_from_cn-hongkong_m-1",
        "1st image!, copy-1st-image-_from_cn-hongkong_m-1",
        "acs:x, copy-acs:x_from_cn-hongkong_m-1",
        "aliyun_3, copy-aliyun_3_from_cn-hongkong_m-1",
        "http://x, http:--x_from_cn-hongkong_m-1",
        "'', copy-_from_cn-hongkong_m-1",
        "😀, copy--_from_cn-hongkong_m-1",
    })
    void a_copy_is_called_what_its_source_is_called_and_names_it(String source, String name) {
        assertThat(MARK.name(source)).isEqualTo(name);
        assertThat(CopyMark.of(image(name, Map.of()))).contains(MARK);
    }

    @Test
    void a_name_is_no_longer_than_the_cloud_allows_and_ends_with_the_source() {
        assertThat(MARK.name("x".repeat(128))).hasSize(128).endsWith("xx_from_cn-hongkong_m-1");
        assertThat(MARK.name("1".repeat(128))).hasSize(128).startsWith("copy-1").endsWith("1_from_cn-hongkong_m-1");
    }

    @Test
    void a_copy_is_found_by_its_tags_whatever_its_name() {
        assertThat(MARK.isOn(image("renamed", MARK.tags()))).isTrue();
        assertThat(mark("cn-hongkong", "m-2").isOn(image("renamed", MARK.tags())))
                .isFalse();
    }

    @Test
    void a_copy_is_found_by_its_name_while_its_tags_are_not_seen() {
        assertThat(MARK.isOn(image("a_from_b_from_cn-hongkong_m-1", Map.of()))).isTrue();
        assertThat(MARK.isOn(image("x_from_cn-hongkong_m-1", Map.of(CopyMark.IMAGE_TAG, "m-7"))))
                .isTrue();
        assertThat(MARK.isOn(image("x_from_cn-hongkong_m-12", Map.of()))).isFalse();
        assertThat(MARK.isOn(image("x_from_cn-beijing_m-1", Map.of()))).isFalse();
    }

    @Test
    void tags_count_before_the_name() {
        assertThat(MARK.isOn(image(
                        "x_from_cn-hongkong_m-1", mark("cn-beijing", "m-1").tags())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"golden-image", "_from_", "x_from_m-1", "x_from__m-1", "x_from_HERE_m-1", "x_from_cn-hongkong_m-"})
    void images_with_other_names_are_not_copies(String name) {
        assertThat(CopyMark.of(image(name, Map.of()))).isEmpty();
        assertThat(CopyMark.of(image("x", Map.of(CopyMark.IMAGE_TAG, name, CopyMark.REGION_TAG, name))))
                .isEmpty();
    }
}

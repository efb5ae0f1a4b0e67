package dev.shareimage.app.sandbox;

import static dev.shareimage.app.sandbox.LiveCloud.HONGKONG;
import static dev.shareimage.app.sandbox.LiveCloud.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.manifest.LiveImage;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.sandbox.MoreImages;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.Image;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExportTest {

    @RegisterExtension
    final LiveCloud cloud = new LiveCloud();

    @Test
    void hands_a_page_over_before_it_reads_the_next() throws CloudException {
        cloud.change(world -> {
            Image plain =
                    world.images().find("cn-hongkong", "m-hk0plain00000000001").orElseThrow();
            for (int i = 0; i < 250; i++) {
                world.images().put(MoreImages.like(plain, Sandbox.OWNER, String.format("m-many%04d", i)));
            }
        });
        List<Long> pagesReadAtEachImage = new ArrayList<>();

        cloud.owner().export(new ListRequest(HONGKONG, List.of()), image -> pagesReadAtEachImage.add(pagesRead()));

        assertThat(pagesReadAtEachImage).hasSizeGreaterThan(250);
        assertThat(pagesReadAtEachImage.subList(0, 100)).containsOnly(1L);
        assertThat(pagesReadAtEachImage.subList(100, 200)).containsOnly(2L);
        assertThat(pagesReadAtEachImage.subList(200, pagesReadAtEachImage.size()))
                .containsOnly(3L);
    }

    @Test
    void marks_images_whose_holders_are_not_trusted() throws CloudException {
        List<LiveImage> images = new ArrayList<>();

        cloud.owner().export(new ListRequest(HONGKONG, List.of()), images::add);

        assertThat(images.stream()
                        .filter(image -> !image.setUp())
                        .map(image -> image.image().id().value()))
                .containsExactly("m-hk0shared0000000025", "m-hk0shared0000000050");
    }

    @Test
    void fails_for_an_image_that_is_not_there() {
        assertThatThrownBy(() ->
                        cloud.owner().export(new ListRequest(HONGKONG, List.of(new ImageId("m-absent"))), image -> {}))
                .isInstanceOf(CloudException.class)
                .hasMessage("image m-absent is not in cn-hongkong, or you may not see it");
    }

    @Test
    void fails_rather_than_leave_out_what_it_may_not_read() {
        String withoutSharing =
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ecs:*\",\"Resource\":\"*\"}]}";

        assertThatThrownBy(() ->
                        cloud.user(OWNER, withoutSharing).export(new ListRequest(HONGKONG, List.of()), image -> {}))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        failure -> assertThat(failure.missingAction())
                                .contains("resourcesharing:ListResourceShareAssociations"));
    }

    private long pagesRead() {
        return cloud.actionsAfter(0).stream().filter("DescribeImages"::equals).count();
    }
}

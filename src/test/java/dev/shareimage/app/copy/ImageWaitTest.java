package dev.shareimage.app.copy;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shareimage.app.fake.FakeCopies;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWaitTest {

    private static final ImageRef ONE = new ImageRef(HONGKONG, new ImageId("m-1"));
    private static final ImageRef TWO = new ImageRef(HONGKONG, new ImageId("m-2"));

    private final ServiceFixture fixture = new ServiceFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void put(ImageRef image, String status, int percent) {
        fixture.cloud.images().put(HONGKONG, image.id().value(), "key-1");
        fixture.cloud.images().change(HONGKONG, image.id(), was -> FakeCopies.state(was, status, percent));
    }

    /** The image has this state at this read and at all later ones. */
    private void atLook(int number, Runnable change) {
        for (int look = 1; look < number; look++) {
            fixture.cloud.script().before("DescribeImages", () -> {});
        }
        fixture.cloud.script().before("DescribeImages", change::run);
    }

    private void await(ImageRef... images) throws CloudException {
        new ImageWait(fixture.run).until(List.of(images));
    }

    @Test
    void images_that_are_available_are_not_waited_for() throws CloudException {
        put(ONE, "Available", 100);
        await(ONE);
        assertThat(fixture.time.elapsed()).isZero();
        assertThat(fixture.steps).isEmpty();
    }

    @Test
    void waits_until_the_image_is_available_and_tells_how_far_it_is() throws CloudException {
        put(ONE, "Waiting", 0);
        atLook(2, () -> put(ONE, "Creating", 20));
        atLook(1, () -> put(ONE, "Creating", 60));
        atLook(1, () -> put(ONE, "Available", 100));
        await(ONE);
        assertThat(fixture.steps)
                .containsExactly(
                        "wait for image m-1 in cn-hongkong (0/100)",
                        "wait for image m-1 in cn-hongkong (20/100)",
                        "wait for image m-1 in cn-hongkong (60/100)");
        assertThat(fixture.time.elapsed()).isEqualTo(Duration.ofMillis(1000 + 1600 + 1600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateFailed", "UnAvailable", "Deprecated"})
    void stops_at_once_when_one_image_failed(String status) throws CloudException {
        put(ONE, status, 30);
        put(TWO, "Creating", 30);
        await(TWO, ONE);
        assertThat(fixture.time.elapsed()).isZero();
    }

    @Test
    void several_images_of_a_region_are_looked_at_by_one_list() throws CloudException {
        put(ONE, "Creating", 10);
        put(TWO, "Creating", 30);
        atLook(2, () -> put(ONE, "Available", 100));
        fixture.cloud.script().forget();
        atLook(2, () -> put(TWO, "Available", 100));
        await(ONE, TWO);
        assertThat(fixture.cloud.script().calls())
                .containsExactly(
                        "DescribeImages cn-hongkong",
                        "DescribeImages cn-hongkong",
                        "DescribeImages m-1",
                        "DescribeImages m-2");
        assertThat(fixture.steps).startsWith("wait for 2 images (20/100)");
    }

    @Test
    void an_image_that_was_made_a_moment_ago_may_not_be_listed_yet() throws CloudException {
        atLook(3, () -> put(ONE, "Available", 100));
        await(ONE);
        assertThat(fixture.time.elapsed()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void an_image_that_is_not_there_is_left_to_the_checks() throws CloudException {
        await(ONE);
        assertThat(fixture.time.elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void the_budget_ends_the_wait_after_a_last_look() {
        put(ONE, "Creating", 0);
        CloudException failure = catchThrowableOfType(CloudException.class, () -> await(ONE));
        assertThat(failure.kind()).isEqualTo(CloudException.Kind.UNAVAILABLE);
        assertThat(failure)
                .hasMessage("the time limit (--timeout) ended while waiting: wait for image m-1 in cn-hongkong");
        assertThat(fixture.time.elapsed()).isEqualTo(Duration.ofSeconds(299));
    }
}

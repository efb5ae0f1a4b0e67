package dev.shareimage.app.proposal;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static dev.shareimage.app.run.ServiceFixture.accounts;
import static dev.shareimage.app.run.ServiceFixture.toAccounts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.Progress;
import dev.shareimage.app.ShareRequest;
import dev.shareimage.app.Status;
import dev.shareimage.app.run.ServiceFixture;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ImageId;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run of many images has done, and tells, while it goes on. */
class FleetProgressTest {

    private final ServiceFixture fixture = new ServiceFixture();
    private final ConcurrentLinkedQueue<String> steps = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> ends = new ConcurrentLinkedQueue<>();

    private final Progress progress = new Progress() {
        @Override
        public void step(String what) {
            steps.add(what);
        }

        @Override
        public void advance(String what, int done, int total) {
            assertThat(what).isEqualTo("images done");
            assertThat(total).isEqualTo(300);
            ends.add(done);
        }
    };

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_first_images_are_confirmed_long_before_the_last_ones_are_written() throws CloudException {
        share();
        List<String> calls = fixture.cloud.script().calls();
        int lastWrite = IntStream.range(0, calls.size())
                .filter(call -> calls.get(call).startsWith("ModifyImageSharePermission"))
                .max()
                .orElseThrow();
        int firstWrite = calls.indexOf("ModifyImageSharePermission m-000 +2000000000000001,2000000000000002");
        assertThat(firstWrite).isNotNegative();
        assertThat(calls.subList(firstWrite, lastWrite))
                .filteredOn(call -> call.startsWith("DescribeImageSharePermission"))
                .hasSizeGreaterThan(300 - 2 * 128);
    }

    @Test
    void only_the_number_of_many_images_is_told() throws CloudException {
        share();
        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(0, 300).boxed().toList());
        assertThat(steps).noneMatch(step -> step.contains("share image"));
    }

    private void share() throws CloudException {
        fixture.cloud.images().pageSize(100);
        List<ImageId> images = IntStream.range(0, 300)
                .mapToObj(number -> fixture.cloud.images().put(HONGKONG, "m-%03d".formatted(number), null))
                .toList();
        ShareRequest request = new ShareRequest(HONGKONG, images, toAccounts(accounts(1, 2)), List.of(), false, true);
        assertThat(fixture.service.share(request).apply(progress).status()).isEqualTo(Status.SUCCEEDED);
    }
}

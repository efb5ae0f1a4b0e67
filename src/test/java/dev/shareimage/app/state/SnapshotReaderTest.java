package dev.shareimage.app.state;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.app.fake.Refusals;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Snapshot;
import dev.shareimage.domain.KeyId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread makes the calls, so that their order is known. */
class SnapshotReaderTest {

    private final FakeCloud cloud = new FakeCloud(new FakeTime());
    private final Parallel parallel = new Parallel(1);
    private final SnapshotReader reader = new SnapshotReader(cloud, parallel, HONGKONG);

    @AfterEach
    void close() {
        parallel.close();
    }

    @Test
    void the_snapshots_of_many_images_take_one_call_and_each_image_gets_its_own() throws CloudException {
        List<List<String>> images = List.of(List.of("s-1", "s-2"), List.of("s-3"), List.of("s-1"));
        put("s-1", "s-2", "s-3", "s-of-nobody");

        assertThat(ids(together(images))).isEqualTo(images);
        assertThat(calls()).containsExactly("DescribeSnapshots s-1,s-2,s-3");
    }

    @Test
    void a_call_takes_as_many_images_as_fit() throws CloudException {
        List<List<String>> images = IntStream.range(0, 120)
                .mapToObj(number -> List.of("s-a" + number, "s-b" + number))
                .toList();
        images.forEach(ids -> put(ids.toArray(String[]::new)));

        assertThat(ids(together(images))).isEqualTo(images);
        assertThat(calls()).extracting(call -> call.split(",").length).containsExactlyInAnyOrder(98, 98, 44);
    }

    @Test
    void an_image_with_too_many_snapshots_for_one_call_is_read_all_the_same() throws CloudException {
        List<String> many =
                IntStream.range(0, 120).mapToObj(number -> "s-" + number).toList();
        put(many.toArray(String[]::new));

        assertThat(ids(together(List.of(many, List.of("s-7"))))).containsExactly(many, List.of("s-7"));
    }

    @Test
    void images_that_wait_for_a_thread_take_one_call() throws CloudException {
        put("s-1", "s-2", "s-3");
        CountDownLatch busy = new CountDownLatch(1);
        parallel.start(() -> await(busy));
        List<CompletableFuture<ReadResult<List<Snapshot>>>> reads =
                Stream.of("s-1", "s-2", "s-3").map(id -> reader.of(List.of(id))).toList();
        busy.countDown();

        assertThat(ids(Parallel.awaitEach(reads))).containsExactly(List.of("s-1"), List.of("s-2"), List.of("s-3"));
        assertThat(calls()).containsExactly("DescribeSnapshots s-1,s-2,s-3");
    }

    @Test
    void a_missing_snapshot_is_missing_for_its_image_alone() throws CloudException {
        put("s-1", "s-3");

        assertThat(ids(together(List.of(List.of("s-1", "s-2"), List.of("s-2"), List.of("s-3")))))
                .containsExactly(List.of("s-1"), List.of(), List.of("s-3"));
        assertThat(calls())
                .containsExactlyInAnyOrder(
                        "DescribeSnapshots s-1,s-2,s-3", "DescribeSnapshots s-1,s-2", "DescribeSnapshots s-2");
    }

    @Test
    void a_snapshot_that_a_call_for_many_passes_over_is_read_with_its_image_alone() throws CloudException {
        put("s-1", "s-2");
        cloud.script().after("DescribeSnapshots", () -> put("s-3"));

        assertThat(ids(together(List.of(List.of("s-1"), List.of("s-2"), List.of("s-3")))))
                .containsExactly(List.of("s-1"), List.of("s-2"), List.of("s-3"));
        assertThat(calls()).containsExactly("DescribeSnapshots s-1,s-2,s-3", "DescribeSnapshots s-3");
    }

    @Test
    void a_refused_call_is_followed_by_one_for_each_image_so_that_one_fails_alone() throws CloudException {
        put("s-1", "s-2", "s-3");
        cloud.script().refuseOnce(Refusals.refused("DescribeSnapshots", "InvalidSnapshotIds.Malformed"));
        cloud.script().refuseOnce(Refusals.refused("DescribeSnapshots", "InvalidSnapshotIds.Malformed"));

        List<ReadResult<List<Snapshot>>> read = together(List.of(List.of("s-1"), List.of("s-2"), List.of("s-3")));

        assertThat(calls())
                .containsExactlyInAnyOrder(
                        "DescribeSnapshots s-1,s-2,s-3",
                        "DescribeSnapshots s-1",
                        "DescribeSnapshots s-2",
                        "DescribeSnapshots s-3");
        assertThat(read).filteredOn(each -> each.failure() != null).hasSize(1);
        assertThat(read).filteredOn(each -> each.known().isPresent()).hasSize(2);
    }

    @Test
    void a_missing_permission_is_known_for_each_image() throws CloudException {
        cloud.script().refuse(Refusals.forbidden("ecs", "DescribeSnapshots"));

        assertThat(together(List.of(List.of("s-1"), List.of("s-2")))).hasSize(2).allMatch(ReadResult::forbidden);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void a_fault_of_every_call_is_not_repeated_for_each_image() throws CloudException {
        cloud.script().refuse(new CloudException(Kind.NO_CREDENTIALS, "DescribeSnapshots", "Expired", "expired"));

        assertThat(together(List.of(List.of("s-1"), List.of("s-2"))))
                .hasSize(2)
                .allMatch(each -> each.failure() != null && each.failure().kind() == Kind.NO_CREDENTIALS);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void an_image_without_snapshots_takes_no_call() throws CloudException {
        assertThat(ids(together(List.of(List.of())))).containsExactly(List.of());
        assertThat(calls()).isEmpty();
    }

    private void put(String... ids) {
        Stream.of(ids).forEach(id -> cloud.images().put(new Snapshot(id, true, new KeyId("key-1"))));
    }

    private List<ReadResult<List<Snapshot>>> together(List<List<String>> images) throws CloudException {
        return Parallel.awaitEach(
                reader.together(() -> images.stream().map(reader::of).toList()));
    }

    private static List<List<String>> ids(List<ReadResult<List<Snapshot>>> read) throws CloudException {
        List<List<String>> ids = new ArrayList<>();
        for (ReadResult<List<Snapshot>> each : read) {
            ids.add(each.require().stream().map(Snapshot::id).toList());
        }
        return ids;
    }

    private List<String> calls() {
        return cloud.script().calls();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

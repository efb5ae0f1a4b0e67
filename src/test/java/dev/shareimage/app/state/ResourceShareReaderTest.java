package dev.shareimage.app.state;

import static dev.shareimage.app.fake.FakeCloud.HONGKONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.app.fake.FakeCloud;
import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ImageId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceShareReaderTest {

    private static final int MANY = ResourceShareReader.MAX_SINGLE_READS + 1;
    private static final List<ImageId> IMAGES = IntStream.range(0, MANY)
            .mapToObj(number -> new ImageId("m-" + number))
            .toList();

    private final FakeCloud cloud = new FakeCloud(new FakeTime());

    @BeforeEach
    void share() {
        cloud.resourceShares().put(HONGKONG, "rs-1", "one", List.of("m-1", "m-2"), List.of("fd-a", "fd-b"));
        cloud.resourceShares().put(HONGKONG, "rs-2", "two", List.of("m-2"), List.of("rd-c"));
        cloud.resourceShares().put(HONGKONG, "rs-3", "three", List.of("m-of-nobody"), List.of("fd-d"));
        cloud.resourceShares().takeOut("rs-1", "fd-b");
    }

    @Test
    void the_lists_of_a_region_say_the_same_as_the_lists_of_each_image() throws CloudException {
        assertThat(read(MANY)).isEqualTo(read(1));
        assertThat(read(MANY).get(2).require())
                .filteredOn(Association::inEffect)
                .extracting(Association::entityId)
                .containsExactlyInAnyOrder("fd-a", "rd-c");
    }

    @Test
    void many_images_take_two_calls() throws CloudException {
        read(MANY);

        assertThat(cloud.script().calls())
                .containsExactly(
                        "ListResourceShareAssociations images of cn-hongkong",
                        "ListResourceShareAssociations targets of cn-hongkong");
    }

    @Test
    void a_region_without_carried_images_takes_one_call() throws CloudException {
        FakeCloud empty = new FakeCloud(new FakeTime());
        try (Parallel parallel = new Parallel(4)) {
            ResourceShareReader reader = new ResourceShareReader(empty, parallel, HONGKONG, MANY);
            for (ImageId image : IMAGES) {
                assertThat(Parallel.await(reader.of(image)).require()).isEmpty();
            }
        }

        assertThat(empty.script().calls()).containsExactly("ListResourceShareAssociations images of cn-hongkong");
    }

    @Test
    void a_list_that_cannot_be_read_leaves_every_image_unknown() throws CloudException {
        CloudException denied = new CloudException(Kind.NOT_PERMITTED, "ListResourceShareAssociations", "No", "no");
        cloud.script().refuse(denied);

        assertThat(read(MANY)).hasSize(MANY).allMatch(image -> image.failure() == denied);
    }

    private List<ReadResult<List<Association>>> read(int images) throws CloudException {
        try (Parallel parallel = new Parallel(4)) {
            ResourceShareReader reader = new ResourceShareReader(cloud, parallel, HONGKONG, images);
            List<CompletableFuture<ReadResult<List<Association>>>> reads =
                    IMAGES.stream().map(reader::of).toList();
            return Parallel.awaitEach(reads);
        }
    }
}

package dev.shareimage.app.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void two_calls_go_on_where_no_other_thread_is_free() throws CloudException {
        try (Parallel parallel = new Parallel(1)) {
            ReadResult<List<String>> read =
                    Parallel.await(parallel.read(() -> parallel.both(() -> "one", () -> "two", List::of)));
            assertThat(read.require()).containsExactly("one", "two");
        }
    }

    @Test
    void two_calls_go_side_by_side_where_one_is() throws CloudException {
        CountDownLatch both = new CountDownLatch(2);
        try (Parallel parallel = new Parallel(1)) {
            List<Boolean> met = parallel.both(() -> meet(both), () -> meet(both), List::of);
            assertThat(met).containsOnly(true);
        }
    }

    @Test
    void the_failure_of_either_is_the_failure_of_both() {
        CloudException failure = new CloudException(Kind.UNAVAILABLE, "A", "B", "c");
        try (Parallel parallel = new Parallel(1)) {
            assertThatThrownBy(() -> parallel.both(() -> fail(failure), () -> "two", List::of))
                    .isSameAs(failure);
            assertThatThrownBy(() -> parallel.both(() -> "one", () -> fail(failure), List::of))
                    .isSameAs(failure);
        }
    }

    private static String fail(CloudException failure) throws CloudException {
        throw failure;
    }

    private static boolean meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

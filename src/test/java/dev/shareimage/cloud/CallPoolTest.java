package dev.shareimage.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.cloud.CallPool.Call;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallPoolTest {

    private static final CloudException FAILURE = new CloudException(Kind.UNAVAILABLE, "A", "B", "c");

    @Test
    void results_are_in_the_order_of_the_calls() throws CloudException {
        try (CallPool pool = new CallPool(3)) {
            assertThat(pool.all(numbers(100))).isSorted().hasSize(100);
            assertThat(pool.all(List.of())).isEmpty();
        }
    }

    @Test
    void calls_go_on_where_no_other_thread_is_free() throws CloudException {
        try (CallPool pool = new CallPool(1)) {
            List<Call<List<Integer>>> nested = List.of(() -> pool.all(numbers(3)), () -> pool.all(numbers(3)));

            assertThat(pool.all(nested)).containsExactly(List.of(0, 1, 2), List.of(0, 1, 2));
        }
    }

    @Test
    void urgent_calls_go_before_waiting_ones() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(2);
        try (CallPool pool = new CallPool(1)) {
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> meet(begun), pool.executor());
            CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> order.add("waits"), pool.executor());
            CompletableFuture<Void> next = CompletableFuture.runAsync(() -> order.add("next"), pool.nextExecutor());
            begun.countDown();
            CompletableFuture.allOf(busy, waits, next).get();
        }

        assertThat(order).containsExactly("next", "waits");
    }

    @Test
    void calls_are_concurrent_if_a_thread_is_free() throws CloudException {
        CountDownLatch both = new CountDownLatch(2);
        try (CallPool pool = new CallPool(1)) {
            assertThat(pool.all(List.of(() -> meet(both), () -> meet(both)))).containsOnly(true);
        }
    }

    @Test
    void no_more_than_the_maximum_and_the_calling_thread_make_calls_at_once() throws CloudException {
        AtomicInteger now = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        List<Call<Integer>> calls = Collections.nCopies(200, () -> {
            seen.add(now.incrementAndGet());
            Thread.yield();
            return now.decrementAndGet();
        });
        try (CallPool pool = new CallPool(3)) {
            pool.all(calls);
        }

        assertThat(seen).hasSize(200).allMatch(atOnce -> atOnce <= 4);
    }

    @Test
    void the_first_failure_is_the_failure_of_all() {
        try (CallPool pool = new CallPool(1)) {
            assertThatThrownBy(() -> pool.all(List.of(CallPoolTest::fail, () -> "two")))
                    .isSameAs(FAILURE);
            assertThatThrownBy(() -> pool.all(List.of(() -> "one", CallPoolTest::fail)))
                    .isSameAs(FAILURE);
        }
    }

    @Test
    void an_interrupted_thread_waits_no_longer() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> CallPool.await(new CompletableFuture<>()))
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static List<Call<Integer>> numbers(int count) {
        List<Call<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            calls.add(() -> number);
        }
        return calls;
    }

    private static String fail() throws CloudException {
        throw FAILURE;
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

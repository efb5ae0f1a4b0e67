package dev.shareimage.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void each_pause_is_twice_as_long_up_to_the_longest() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3));

        assertThat(Stream.generate(backoff::next).limit(5).map(Duration::toMillis))
                .containsExactly(500L, 1000L, 2000L, 3000L, 3000L);
    }

    @Test
    void without_a_limit_the_pause_keeps_doubling() {
        Backoff backoff = new Backoff(Duration.ofMillis(300));

        assertThat(Stream.generate(backoff::next).limit(6).map(Duration::toMillis))
                .containsExactly(300L, 600L, 1200L, 2400L, 4800L, 9600L);
    }
}

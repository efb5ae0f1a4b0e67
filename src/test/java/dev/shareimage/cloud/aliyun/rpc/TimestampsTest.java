package dev.shareimage.cloud.aliyun.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @Test
    void times_are_written_and_read_as_the_jdk_does() {
        Random random = new Random(20261123);
        for (int count = 0; count < 1000; count++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(0, 253_402_300_799L));
            assertThat(Timestamps.write(time)).isEqualTo(time.toString());
            assertThat(Timestamps.read(time.toString())).isEqualTo(time);
        }
    }

    @Test
    void fractions_are_cut_off_in_writing_and_kept_in_reading() {
        Instant time = Instant.parse("2020-12-03T08:02:22.413Z");
        assertThat(Timestamps.write(time))
                .isEqualTo(time.truncatedTo(ChronoUnit.SECONDS).toString());
        assertThat(Timestamps.read("2020-12-03T08:02:22.413Z")).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2020-13-03T08:02:22Z", "2020-12-03T25:02:22Z", "2020-12-03 08:02:22Z"})
    void an_invalid_time_counts_as_missing(String text) {
        assertThat(Timestamps.read(text)).isNull();
    }
}

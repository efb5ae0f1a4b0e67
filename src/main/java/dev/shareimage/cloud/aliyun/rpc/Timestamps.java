package dev.shareimage.cloud.aliyun.rpc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Points in time in the cloud's format: {@code 2016-02-23T12:46:24Z}, with milliseconds in some products.
 *
 * <p>The JDK's formatters first load time zones and locales, which costs a tenth of a second in every run.
 */
final class Timestamps {

    private static final int SECONDS_LENGTH = "2016-02-23T12:46:24Z".length();

    private Timestamps() {}

    /** The time in whole seconds. */
    static String write(Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), 86_400L);
        int second = (int) Math.floorMod(time.getEpochSecond(), 86_400L);
        StringBuilder text = new StringBuilder(SECONDS_LENGTH);
        text.append(LocalDate.ofEpochDay(day)).append('T');
        two(text, second / 3600).append(':');
        two(text, second / 60 % 60).append(':');
        return two(text, second % 60).append('Z').toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** The time; null if the text is not one. */
    static @Nullable Instant read(String text) {
        try {
            return simple(text) ? plain(text) : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean simple(String text) {
        if (text.length() != SECONDS_LENGTH) {
            return false;
        }
        for (int index = 0; index < SECONDS_LENGTH; index++) {
            char expected = "0000-00-00T00:00:00Z".charAt(index);
            char actual = text.charAt(index);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}

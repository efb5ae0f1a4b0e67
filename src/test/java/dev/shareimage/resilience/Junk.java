package dev.shareimage.resilience;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that no cloud sends, as bytes of a document. */
final class Junk {

    /** Escape sequences, changes of the writing direction, invisible characters, and line ends. */
    static final String NASTY =
            "\u001B[31mred\u001B]0;title\u0007 \u009B2J \u202Etxt.exe\u202C \u2066x\u2069 a\u200Bb\uFEFF"
                    + "\u2028\u2029\u0000\u0008\u007F\r\nHTTP/1.1 200 OK\t\uDB40\uDC41 \uE000";

    private static final int DEEP = 10_000;

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "1e999999999",
            "-1e-999999999",
            "9".repeat(400),
            "0." + "3".repeat(900),
            "99999999999999999999",
            "2147483648",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"not what it was\"",
            "\"true\"",
            "\"1000000000000001\"",
            "\"m-hk0cmk0000000000001\"",
            "[]",
            "{}",
            "[null]",
            "[[],{},1,\"x\"]",
            "{\"\":{}}",
            "{\"a\":1,\"a\":2}",
            "[".repeat(DEEP) + "]".repeat(DEEP),
            "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
            "[".repeat(DEEP),
            "[".repeat(400) + "]".repeat(400),
            "\"" + "x".repeat(300_000) + "\"",
            "NaN",
            "undefined",
            "'single'",
            "\"unfinished",
            quoted(NASTY));

    private final Random random;

    Junk(Random random) {
        this.random = random;
    }

    byte[] value() {
        if (random.nextInt(12) == 0) {
            return invalidText();
        }
        return VALUES.get(random.nextInt(VALUES.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** A string of bytes that is not UTF-8: overlong, truncated, half of a surrogate pair, and invalid bytes. */
    private static byte[] invalidText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write('"');
        for (int octet : new int[] {0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xFE, 0xFF, 0xF5, 0x9B, 0xE2, 0x80}) {
            text.write(octet);
        }
        text.write('"');
        return text.toByteArray();
    }

    /** The text as a JSON string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char unit : text.toCharArray()) {
            if (unit < 0x20 || unit == '"' || unit == '\\') {
                quoted.append(String.format("\\u%04x", (int) unit));
            } else {
                quoted.append(unit);
            }
        }
        return quoted.append('"').toString();
    }
}

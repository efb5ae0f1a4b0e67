package dev.shareimage.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as the signatures define it: everything except {@code A-Za-z0-9-_.~} is encoded, in capitals. */
final class Percent {

    private static final String DIGITS = "0123456789ABCDEF";

    private Percent() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(DIGITS.charAt((octet >> 4) & 15)).append(DIGITS.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }

    /** The decoded text. {@code +} is a space, and an invalid percent sign stands for itself. */
    static String decode(String text) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            int coded = octets[i] == '%' && i + 2 < octets.length ? coded(octets[i + 1], octets[i + 2]) : -1;
            if (coded >= 0) {
                decoded.write(coded);
                i += 2;
            } else {
                decoded.write(octets[i] == '+' ? ' ' : octets[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int coded(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '_'
                || octet == '.'
                || octet == '~';
    }
}

package dev.shareimage.sandbox.iam;

import dev.shareimage.sandbox.world.World;
import java.security.SecureRandom;

/** Ids and secrets of identities. */
final class Ids {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int DIGITS = 17;

    private Ids() {}

    /**
     * Digits that no other thing of the world has.
     *
     * @param kind what is counted
     * @param first digit, by which kinds differ
     */
    static String number(World world, String kind, String first) {
        String id = world.newId(kind);
        return first + id.substring(id.length() - DIGITS);
    }

    /** Letters and digits that nobody can guess. */
    static String secret(int length) {
        SecureRandom random = new SecureRandom();
        StringBuilder secret = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }
}

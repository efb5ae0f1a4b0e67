package dev.shareimage.sandbox.world;

/**
 * How images behave where the real cloud is not documented, or where a test wants it otherwise.
 *
 * @param copyMillis how long a copy takes
 * @param copiesFail whether copies that are begun now end as {@code CreateFailed}
 * @param hidesOwnerId whether {@code DescribeImages} lacks {@code ImageOwnerId}, as a real answer of 2023 did
 * @param hidesEncryption whether {@code DescribeImages} lacks {@code Encrypted}, as the same answer did
 * @param numericAccountIds whether {@code AliyunId} is a number, as in the newest documented sample
 */
public record ImageSettings(
        long copyMillis, boolean copiesFail, boolean hidesOwnerId, boolean hidesEncryption, boolean numericAccountIds)
        implements Entity {

    /** The only thing of its kind has this key. */
    public static final String KEY = "imageSettings";

    /** Copies are there at once, and answers are complete. */
    public static final ImageSettings DEFAULT = new ImageSettings(0, false, false, false, false);

    @Override
    public String key() {
        return KEY;
    }
}

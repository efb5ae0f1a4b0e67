package dev.shareimage.sandbox.world;

/**
 * The behavior of images where the real cloud is not documented, or as a test chooses it.
 *
 * @param copyMillis the duration of a copy
 * @param copiesFail whether copies that start now end as {@code CreateFailed}
 * @param hidesOwnerId whether {@code DescribeImages} lacks {@code ImageOwnerId}, as a real answer of 2023 did
 * @param hidesEncryption whether {@code DescribeImages} lacks {@code Encrypted}, as the same answer did
 * @param numericAccountIds whether {@code AliyunId} is a number, as in the newest documented sample
 */
public record ImageSettings(
        long copyMillis, boolean copiesFail, boolean hidesOwnerId, boolean hidesEncryption, boolean numericAccountIds)
        implements Entity {

    /** The key of the only entity of this type. */
    public static final String KEY = "imageSettings";

    /** Copies are finished at once, and answers are complete. */
    public static final ImageSettings DEFAULT = new ImageSettings(0, false, false, false, false);

    @Override
    public String key() {
        return KEY;
    }
}

package dev.shareimage.sandbox.world;

/**
 * A disk of an image.
 *
 * @param device such as {@code /dev/xvda}
 * @param type {@code system} or {@code data}
 * @param sizeGib 1 and more
 */
public record ImageDisk(String device, String type, int sizeGib, String snapshotId) {}

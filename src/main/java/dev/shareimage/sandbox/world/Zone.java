package dev.shareimage.sandbox.world;

/**
 * A zone of a region.
 *
 * @param sharesEncrypted whether encrypted images of others can be launched there
 * @param encryptsSystemDisks whether a system disk can be encrypted when it is created
 */
public record Zone(String id, String name, boolean sharesEncrypted, boolean encryptsSystemDisks) {}

package dev.shareimage.cloud;

/**
 * A permission policy of a role.
 *
 * @param type {@code System} or {@code Custom}
 */
public record AttachedPolicy(String name, String type) {}

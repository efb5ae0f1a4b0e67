package dev.shareimage.sandbox.sharing;

/**
 * A thing to be shared.
 *
 * @param type such as {@code Image}
 */
record Resource(String id, String type) {}

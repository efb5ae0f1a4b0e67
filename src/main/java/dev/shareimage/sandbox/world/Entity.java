package dev.shareimage.sandbox.world;

/** A thing the world keeps: an immutable record with a key that is unique among its kind. */
public interface Entity {

    /** Parts joined by {@code /}, such as {@code cn-hongkong/m-1}; constant for the life of the thing. */
    String key();
}

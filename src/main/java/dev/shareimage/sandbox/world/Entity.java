package dev.shareimage.sandbox.world;

/** An entity of the world: an immutable record with a key that is unique for its type. */
public interface Entity {

    /** Parts joined by {@code /}, such as {@code cn-hongkong/m-1}; never changed. */
    String key();
}

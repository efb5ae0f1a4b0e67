package dev.shareimage.sandbox.world;

/** A tag on a resource. */
public record Tag(String key, String value) {}

package dev.shareimage.sandbox.world;

/** Everything the local cloud knows. */
public final class World {}

package dev.shareimage.app.manifest;

/**
 * A manifest with the name of its file.
 *
 * @param name as it was given, for commands and people
 */
public record NamedManifest(String name, Manifest manifest) {}

package dev.shareimage.app.manifest;

/**
 * A manifest with the name of its file.
 *
 * @param name the name as given, for commands and messages
 */
public record NamedManifest(String name, Manifest manifest) {}

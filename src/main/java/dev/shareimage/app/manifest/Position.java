package dev.shareimage.app.manifest;

/** A place in a text; 1 for the first line and the first column. */
public record Position(int line, int column) {}

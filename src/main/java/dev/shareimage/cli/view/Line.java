package dev.shareimage.cli.view;

/** A line for people. */
public record Line(Style style, String text) {}

package dev.shareimage.cli.view;

/** A line for people. */
record Line(Style style, String text) {}

package dev.shareimage.cli.options;

/**
 * A remark about an input. The input is valid.
 *
 * @param key the key of its sentence
 * @param option the option that named the input
 * @param name the name of the file
 */
public record Remark(String key, String option, String name) {}

package dev.shareimage.cli.options;

/**
 * What a person should know of an input that was read; nothing is wrong with it.
 *
 * @param key of the sentence that says it
 * @param option that named the input
 * @param name of the file
 */
public record Remark(String key, String option, String name) {}

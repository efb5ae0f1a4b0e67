package dev.shareimage.cloud;

/**
 * How many requests were sent.
 *
 * @param made all, retries included
 * @param retried the retries among them
 */
public record CallCount(int made, int retried) {}

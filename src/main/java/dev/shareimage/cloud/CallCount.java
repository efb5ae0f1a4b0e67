package dev.shareimage.cloud;

/**
 * The number of requests that were sent.
 *
 * @param made all requests, including retries
 * @param retried only the retries
 */
public record CallCount(int made, int retried) {}

package dev.shareimage.sandbox.world;

/**
 * How often an account may make a call.
 *
 * @param product such as {@code Ecs}
 * @param action such as {@code DescribeImages}, or {@code *} for all of the product together
 * @param perMinute 1 and more
 */
public record RateLimit(String product, String action, int perMinute) {}

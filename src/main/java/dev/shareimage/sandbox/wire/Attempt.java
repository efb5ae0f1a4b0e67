package dev.shareimage.sandbox.wire;

import java.time.Instant;

/**
 * A call that passed the checks of the protocol and is about to be executed. Faults are matched with it.
 *
 * @param product such as {@code Ecs}
 * @param action such as {@code DescribeImages}
 * @param accessKeyId the key that signed it
 */
public record Attempt(
        String product, String action, Caller caller, String accessKeyId, Parameters parameters, Instant now) {}

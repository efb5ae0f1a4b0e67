package dev.shareimage.sandbox.wire;

import java.time.Instant;

/**
 * A call that passed the protocol's checks and is about to be carried out: what faults are matched against.
 *
 * @param product such as {@code Ecs}
 * @param action such as {@code DescribeImages}
 * @param accessKeyId whose signature it bears
 */
public record Attempt(
        String product, String action, Caller caller, String accessKeyId, Parameters parameters, Instant now) {}

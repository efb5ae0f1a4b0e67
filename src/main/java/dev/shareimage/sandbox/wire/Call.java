package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.world.World;
import java.time.Instant;

/**
 * A call that passed the protocol's checks: signature, time, nonce, known action and parameters.
 *
 * <p>Whether the caller may is asked by the handler through {@link Caller#require}, for only the handler knows the
 * resource that is concerned.
 */
public record Call(World world, Caller caller, Parameters parameters, Instant now) {}

package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.world.World;
import java.time.Instant;
import java.util.Map;

/**
 * A call that passed the protocol's checks: signature, time, nonce, known action and parameters.
 *
 * <p>Whether the caller may is asked by the handler through {@link Caller#require}, for only the handler knows the
 * resource that is concerned.
 *
 * @param region where the call works: parameter {@code RegionId}, else the one in the host name, else the sandbox's
 *     default
 * @param hints what fault injection asks of the handler, by name, such as {@code drop-accounts}; as a rule empty
 */
public record Call(
        World world, Caller caller, String region, Parameters parameters, Instant now, Map<String, String> hints) {

    public Call {
        hints = Map.copyOf(hints);
    }

    /** The same call at another time. */
    public Call at(Instant moment) {
        return new Call(world, caller, region, parameters, moment, hints);
    }
}

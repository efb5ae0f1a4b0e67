package dev.shareimage.sandbox.wire;

import dev.shareimage.sandbox.http.Delivery;
import dev.shareimage.sandbox.http.HttpResponse;
import dev.shareimage.sandbox.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The faults of one call.
 *
 * @param delay the delay before the call
 * @param changes the changes of the world immediately before the call
 * @param instead the answer that replaces the call, which is then not executed
 * @param hints for the handler, as in {@link Hints}
 * @param around wraps the handler, for example to falsify its answer
 * @param delayAfter the delay between the call and its answer
 * @param delivery how the answer is sent after the call
 */
public record InjectedFault(
        Duration delay,
        List<Consumer<World>> changes,
        Optional<Instead> instead,
        Map<String, String> hints,
        UnaryOperator<Action.Handler> around,
        Duration delayAfter,
        Delivery delivery) {

    /** No faults. */
    public static final InjectedFault NONE = new InjectedFault(
            Duration.ZERO,
            List.of(),
            Optional.empty(),
            Map.of(),
            UnaryOperator.identity(),
            Duration.ZERO,
            new Delivery.Whole());

    /** An answer that replaces the call. */
    public sealed interface Instead {

        /**
         * An error in the cloud's own format.
         *
         * @param retryAfterMillis the value of header {@code x-acs-retry-after}
         */
        record Refused(ApiError error, OptionalLong retryAfterMillis) implements Instead {}

        /** What a broken network or a proxy sends. */
        record Raw(HttpResponse response) implements Instead {}
    }

    public static InjectedFault delay(Duration delay) {
        return new InjectedFault(
                delay, NONE.changes, NONE.instead, NONE.hints, NONE.around, NONE.delayAfter, NONE.delivery);
    }

    public static InjectedFault delayAfter(Duration delay) {
        return new InjectedFault(NONE.delay, NONE.changes, NONE.instead, NONE.hints, NONE.around, delay, NONE.delivery);
    }

    public static InjectedFault change(Consumer<World> change) {
        return new InjectedFault(
                NONE.delay, List.of(change), NONE.instead, NONE.hints, NONE.around, NONE.delayAfter, NONE.delivery);
    }

    public static InjectedFault instead(Instead instead) {
        return new InjectedFault(
                NONE.delay,
                NONE.changes,
                Optional.of(instead),
                NONE.hints,
                NONE.around,
                NONE.delayAfter,
                NONE.delivery);
    }

    public static InjectedFault hint(String name, String value) {
        return new InjectedFault(
                NONE.delay,
                NONE.changes,
                NONE.instead,
                Map.of(name, value),
                NONE.around,
                NONE.delayAfter,
                NONE.delivery);
    }

    public static InjectedFault around(UnaryOperator<Action.Handler> around) {
        return new InjectedFault(
                NONE.delay, NONE.changes, NONE.instead, NONE.hints, around, NONE.delayAfter, NONE.delivery);
    }

    public static InjectedFault delivered(Delivery delivery) {
        return new InjectedFault(
                NONE.delay, NONE.changes, NONE.instead, NONE.hints, NONE.around, NONE.delayAfter, delivery);
    }

    /** Both faults: delays add up, and the first one of two answers or deliveries counts. */
    public InjectedFault and(InjectedFault other) {
        Map<String, String> allHints = new LinkedHashMap<>(other.hints);
        allHints.putAll(hints);
        return new InjectedFault(
                delay.plus(other.delay),
                Stream.concat(changes.stream(), other.changes.stream()).toList(),
                instead.or(other::instead),
                allHints,
                handler -> other.around.apply(around.apply(handler)),
                delayAfter.plus(other.delayAfter),
                delivery instanceof Delivery.Whole ? other.delivery : delivery);
    }
}

package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a read brought: a value, or why there is none. A check that finds no value says "not checked".
 *
 * @param <T> what was read
 */
public record ReadResult<T>(@Nullable T value, @Nullable CloudException failure) {

    public static <T> ReadResult<T> of(T value) {
        return new ReadResult<>(value, null);
    }

    public static <T> ReadResult<T> failed(CloudException failure) {
        return new ReadResult<>(null, failure);
    }

    /** Nobody looked. */
    public static <T> ReadResult<T> unread() {
        return new ReadResult<>(null, null);
    }

    /** The value, when there is one. */
    public Optional<T> known() {
        return Optional.ofNullable(value);
    }

    /**
     * The value of a read that the command cannot do without.
     *
     * @throws CloudException why there is none
     */
    public T require() throws CloudException {
        if (value != null) {
            return value;
        }
        throw failure == null ? new CloudException(Kind.MALFORMED, "", "NoAnswer", "nothing was read") : failure;
    }

    /** Whether the identity may not look. */
    public boolean forbidden() {
        return failure != null && failure.kind() == Kind.NOT_PERMITTED;
    }

    /** The same failure, or the value seen through the function. */
    public <R> ReadResult<R> map(Function<T, R> function) {
        return value == null ? new ReadResult<>(null, failure) : of(function.apply(value));
    }
}

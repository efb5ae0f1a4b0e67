package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of a read: a value, or the reason for having none. A check without a value reports "not checked".
 *
 * @param <T> the type of the value
 */
public record ReadResult<T>(@Nullable T value, @Nullable CloudException failure) {

    public static <T> ReadResult<T> of(T value) {
        return new ReadResult<>(value, null);
    }

    public static <T> ReadResult<T> failed(CloudException failure) {
        return new ReadResult<>(null, failure);
    }

    /** The result if nothing was read. */
    public static <T> ReadResult<T> unread() {
        return new ReadResult<>(null, null);
    }

    /** The value, if there is one. */
    public Optional<T> known() {
        return Optional.ofNullable(value);
    }

    /**
     * The value, for a read that the command needs.
     *
     * @throws CloudException the reason for having none
     */
    public T require() throws CloudException {
        if (value != null) {
            return value;
        }
        throw failure == null ? new CloudException(Kind.MALFORMED, "", "NoAnswer", "nothing was read") : failure;
    }

    /** Whether the caller lacks the permission. */
    public boolean forbidden() {
        return failure != null && failure.kind() == Kind.NOT_PERMITTED;
    }

    /** The result with its value converted. */
    public <R> ReadResult<R> map(Function<T, R> function) {
        return value == null ? new ReadResult<>(null, failure) : of(function.apply(value));
    }
}

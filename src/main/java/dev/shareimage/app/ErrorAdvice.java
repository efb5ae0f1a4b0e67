package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.domain.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a failed call means and what to do, by the table of {@link ErrorCause}; else in the cloud's own words. */
public final class ErrorAdvice {

    /** The program's own code of credentials that are set up and cannot be used. */
    private static final String UNUSABLE = "UnusableCredentials";

    private final Messages messages;

    /**
     * @param any of whatever part, for its language
     */
    public ErrorAdvice(Messages any) {
        this.messages = any.part("errors");
    }

    /** What it means, in one sentence. */
    public String cause(CloudException e) {
        return known(e).map(cause -> sentence(cause.key(), e)).orElseGet(e::text);
    }

    /** What to do next, or null where nobody knows. */
    public @Nullable String fix(CloudException e) {
        return known(e).map(cause -> sentence(cause.key() + ".fix", e)).orElseGet(() -> general(e));
    }

    /** A missing permission that the answer names is one whatever the code says. */
    private static Optional<ErrorCause> known(CloudException e) {
        return e.kind() == CloudException.Kind.NOT_PERMITTED
                ? Optional.of(ErrorCause.PERMISSION_MISSING)
                : ErrorCause.of(e.code()).filter(cause -> cause != ErrorCause.PERMISSION_MISSING);
    }

    private @Nullable String general(CloudException e) {
        return switch (e.kind()) {
            case NO_CREDENTIALS ->
                e.code().equals(UNUSABLE)
                        ? messages.get("any.unusable-credentials.fix")
                        : messages.get("any.credentials.fix");
            case UNAVAILABLE, INTERRUPTED -> messages.get("any.repeat.fix");
            case NOT_PERMITTED, NOT_FOUND, ALREADY_EXISTS, UNREACHABLE, MALFORMED, REFUSED -> null;
        };
    }

    private String sentence(String key, CloudException e) {
        return messages.get(key, e.text(), e.missingAction().orElse(e.call()));
    }
}

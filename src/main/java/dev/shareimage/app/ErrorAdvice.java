package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.domain.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains a failed call and what to do, from the table of {@link ErrorCause}, or else in the cloud's own words. */
public final class ErrorAdvice {

    /** The program's own code if no credentials are set up. */
    private static final String NONE = "NoCredentials";

    /** The program's own code for credentials that are set up but cannot be used. */
    private static final String UNUSABLE = "UnusableCredentials";

    /** The end of the key of a sentence that replaces the cloud's English words in other languages. */
    private static final String TRANSLATED = ".translated";

    /** The first letter of the Unicode blocks for Japanese and Chinese. */
    private static final char FIRST_WIDE = '\u2e80';

    private final Messages messages;

    /** @param any the sentences of any part, for their language */
    public ErrorAdvice(Messages any) {
        this.messages = any.part("errors");
    }

    /** The explanation, in one sentence. */
    public String cause(CloudException e) {
        return isForeign(e)
                ? translated(e)
                : known(e).map(cause -> sentence(cause.key(), e)).orElseGet(() -> messages.said(e.text()));
    }

    /** What was answered, in the language of the messages. */
    public String words(CloudException e) {
        return isForeign(e) ? translated(e) : messages.said(e.text());
    }

    /** Readers of other languages get the cause. They get the cloud's own words only if the cause is not known. */
    private String translated(CloudException e) {
        return known(e).map(ErrorCause::key)
                .map(key -> sentence(messages.has(key + TRANSLATED) ? key + TRANSLATED : key, e))
                .orElseGet(() -> messages.get("any" + TRANSLATED, e.text()));
    }

    /** Whether it is told in the cloud's own words, which are English in every language. */
    private boolean isForeign(CloudException e) {
        return !messages.language().equals("en")
                && e.requestId().isPresent()
                && e.text().chars().allMatch(letter -> letter < FIRST_WIDE)
                && messages.said(e.text()).equals(e.text());
    }

    /** What to do next; null if that is not known. */
    public @Nullable String fix(CloudException e) {
        return known(e).map(cause -> sentence(cause.key() + ".fix", e)).orElseGet(() -> general(e));
    }

    /** The cause of the failure. If the answer names a missing permission, that is the cause, whatever the code is. */
    private static Optional<ErrorCause> known(CloudException e) {
        return e.kind() == CloudException.Kind.NOT_PERMITTED
                ? Optional.of(ErrorCause.PERMISSION_MISSING)
                : ErrorCause.of(e.code()).filter(cause -> cause != ErrorCause.PERMISSION_MISSING);
    }

    private @Nullable String general(CloudException e) {
        return switch (e.kind()) {
            case NO_CREDENTIALS ->
                messages.get(
                        switch (e.code()) {
                            case NONE -> "any.no-credentials.fix";
                            case UNUSABLE -> "any.unusable-credentials.fix";
                            default -> "any.credentials.fix";
                        });
            case UNAVAILABLE, INTERRUPTED -> messages.get("any.repeat.fix");
            case NOT_PERMITTED, NOT_FOUND, ALREADY_EXISTS, UNREACHABLE, MALFORMED, REFUSED -> null;
        };
    }

    private String sentence(String key, CloudException e) {
        return messages.get(key, messages.said(e.text()), e.missingAction().orElse(e.call()));
    }
}

package dev.shareimage.app.state;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains why something could not be read, with the missing RAM action if there is one. */
public final class Reason {

    private Reason() {}

    /** The code, for lists. */
    public static String code(CloudException failure) {
        return failure.missingAction()
                .map(action -> failure.code() + ", " + action)
                .orElse(failure.code());
    }

    /** The region with the code, for lists. */
    public static String inRegion(RegionId region, CloudException failure) {
        return region + " (" + code(failure) + ")";
    }

    /** All regions with their codes, in alphabetical order. */
    public static String inRegions(Map<RegionId, CloudException> failures) {
        return failures.entrySet().stream()
                .map(failure -> inRegion(failure.getKey(), failure.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** A sentence in the language of the messages. */
    public static String sentence(CloudException failure, Messages messages) {
        String said = new ErrorAdvice(messages).words(failure);
        return failure.missingAction()
                .filter(action -> !said.contains(action))
                .map(action -> said + " (" + action + ")")
                .orElse(said);
    }
}

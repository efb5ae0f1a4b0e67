package dev.shareimage.app.share;

import dev.shareimage.app.Failure;
import dev.shareimage.app.run.FailureDescriber;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.Association.State;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import java.util.Optional;

/** Explains why a resource share did not become what was requested. */
record AssociationFailures(Messages messages) {

    /** Why a target does not have the image. Either association may be the cause. */
    Failure ofArrival(String shareId, Optional<Association> image, Optional<Association> target) {
        if (failed(image)) {
            return failure(Failure.ASSOCIATION_FAILED, "failure.association-image", reason(image));
        }
        if (failed(target)) {
            return failure(Failure.ASSOCIATION_FAILED, "failure.association", reason(target));
        }
        return failure(Failure.ASSOCIATION_GONE, "failure.association-gone", shareId);
    }

    /** Why a target still has the image. */
    Failure ofDeparture(Optional<Association> target, ImageRef image) {
        return failed(target)
                ? failure(Failure.DISASSOCIATION_FAILED, "failure.disassociation", reason(target))
                : new FailureDescriber(messages).stillShared(image);
    }

    /**
     * The failure for a share with other resources too. Somebody made it on purpose, and removing a target would affect
     * those resources.
     */
    Failure sharedCarrier(String shareId, ImageRef image) {
        return new Failure(
                Kind.REFUSED,
                "OtherResourcesInShare",
                messages.get("failure.other-resources", shareId),
                null,
                messages.get("failure.other-resources.fix", shareId, image.id(), image.region()));
    }

    private Failure failure(String code, String sentence, String detail) {
        return new Failure(Kind.REFUSED, code, messages.get(sentence, detail), null, messages.get(fix(detail)));
    }

    /** The fix. Two of the cloud's reasons do not disappear by trying again. */
    private static String fix(String reason) {
        if (reason.startsWith("LimitExceeded")) {
            return "failure.association-limit.fix";
        }
        return reason.startsWith("UnsupportedOperation") ? "failure.association-unsupported.fix" : "failure.repeat.fix";
    }

    /** Whether it failed. A failed removal has a reason even if the association is in effect again. */
    private static boolean failed(Optional<Association> association) {
        return association
                .filter(found -> found.state() == State.FAILED
                        || found.state() == State.DISASSOCIATION_FAILED
                        || found.failure() != null)
                .isPresent();
    }

    private static String reason(Optional<Association> association) {
        return association.map(Association::failure).orElse("");
    }
}

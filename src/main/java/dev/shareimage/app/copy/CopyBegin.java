package dev.shareimage.app.copy;

import dev.shareimage.app.run.ConsistencyWait;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.KeyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts a copy, unless it was already started. A repeated or concurrent run gets the same copy, because its order has
 * the same token, or because the name of the copy is taken.
 */
final class CopyBegin {

    /**
     * The codes that the cloud returns if there is such a copy, or if another order is in progress. The code does not
     * tell which.
     */
    private static final Set<String> TAKEN = Set.of(
            "InvalidImageName.Duplicated",
            "IdempotenceParamNotMatch",
            "IdempotentParameterMismatch",
            "OperationDenied.ImageCopyConflict",
            "OperationDenied.ImageCopying",
            "InvalidOperation.Conflict");

    private final RunContext run;

    /**
     * A copy that exists.
     *
     * @param ordered whether the cloud answered this order with it, so that it has the requested key
     */
    record Begun(ImageRef image, boolean ordered) {}

    CopyBegin(RunContext run) {
        this.run = run;
    }

    /**
     * Starts the copy.
     *
     * @param gone the copy that an equal order made and that does not exist any more, or null
     * @return the copy, whether it was started now or before
     */
    Begun begin(PlannedCopy copy, @Nullable ImageId gone) throws CloudException {
        KeyId key = copy.key();
        if (key == null) {
            return new Begun(copy.state().begun().orElseThrow(), false);
        }
        try {
            return order(copy, key, gone);
        } catch (CloudException e) {
            if (TAKEN.contains(e.code())) {
                return afterConflict(copy, key, gone, e);
            }
            if (e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.MALFORMED) {
                return afterNoAnswer(copy).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** The order may have been carried out. */
    private Optional<Begun> afterNoAnswer(PlannedCopy copy) {
        try {
            return listed(copy);
        } catch (CloudException unread) {
            return Optional.empty();
        }
    }

    private Begun order(PlannedCopy copy, KeyId key, @Nullable ImageId gone) throws CloudException {
        ImageId made = run.cloud().images().copy(copy.state().order(copy.source(), key, gone));
        return new Begun(new ImageRef(copy.state().region(), made), true);
    }

    /** The list may lag behind the copy that made the cloud refuse the order, or the other order may have ended. */
    private Begun afterConflict(PlannedCopy copy, KeyId key, @Nullable ImageId gone, CloudException refusal)
            throws CloudException {
        ConsistencyWait wait = new ConsistencyWait(run.clock(), "DescribeImages");
        CloudException last = refusal;
        while (true) {
            Optional<Begun> found = listed(copy);
            if (found.isPresent()) {
                return found.get();
            }
            if (!wait.mayLag() || !wait.tryPause()) {
                throw last;
            }
            try {
                return order(copy, key, gone);
            } catch (CloudException e) {
                if (!TAKEN.contains(e.code())) {
                    throw e;
                }
                last = e;
            }
        }
    }

    private Optional<Begun> listed(PlannedCopy copy) throws CloudException {
        List<Image> all = new ArrayList<>();
        run.cloud().images().forEachOwned(copy.state().region(), all::addAll);
        return CopyState.existing(copy.state().wish(), all)
                .map(image -> new Begun(new ImageRef(copy.state().region(), image.id()), false));
    }
}

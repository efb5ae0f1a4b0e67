package dev.shareimage.sandbox.sharing;

import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.world.Association;
import dev.shareimage.sandbox.world.Association.Kind;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.ResourceShare;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shares of a region that a call is about. */
final class Shares {

    /** How long a deleted share is listed yet. Assumed. */
    private static final Duration LISTED_AFTER_DELETION = Duration.ofHours(2);

    private final Call call;

    Shares(Call call) {
        this.call = call;
    }

    /**
     * The shares that the caller gives ({@code ResourceOwner=Self}) or receives ({@code OtherAccounts}), restricted to
     * {@code ResourceShareIds}.
     *
     * @throws ApiError 400 {@code MissingParameter.ResourceOwner} or {@code InvalidParameter.ResourceOwner}
     */
    List<ResourceShare> byOwner() throws ApiError {
        String owner = ShareErrors.required(call, "ResourceOwner");
        return switch (owner) {
            case "Self" -> own();
            case "OtherAccounts" -> narrowed(inRegion().filter(this::reachesCaller));
            default -> throw ShareErrors.invalid("ResourceOwner");
        };
    }

    /** The shares that the caller gives, restricted to {@code ResourceShareIds}. */
    List<ResourceShare> own() throws ApiError {
        String accountId = call.caller().accountId();
        return narrowed(inRegion().filter(share -> share.ownerId().equals(accountId)));
    }

    /** The entities of a kind that are in a share now. */
    Stream<Association> associated(ResourceShare share, Kind kind) {
        return share.associations().stream()
                .filter(association -> association.kind() == kind && association.isEffectiveAt(call.now()));
    }

    private List<ResourceShare> narrowed(Stream<ResourceShare> shares) throws ApiError {
        List<String> ids = ShareParameters.shareIds(call);
        Set<String> wanted = Set.copyOf(ids);
        return shares.filter(share -> wanted.isEmpty() || wanted.contains(share.id()))
                .toList();
    }

    private Stream<ResourceShare> inRegion() {
        return call.world().resourceShares().under(call.region()).filter(share -> isListed(share, call.now()));
    }

    /** Whether a share is listed: it is not deleted, or was deleted recently. */
    static boolean isListed(ResourceShare share, Instant now) {
        Instant deleted = share.deleted();
        return deleted == null || deleted.plus(LISTED_AFTER_DELETION).isAfter(now);
    }

    private boolean reachesCaller(ResourceShare share) {
        DirectoryTree tree = new DirectoryTree(call.world());
        String accountId = call.caller().accountId();
        return !share.ownerId().equals(accountId)
                && associated(share, Kind.TARGET).anyMatch(target -> tree.reaches(target.entityId(), accountId));
    }
}

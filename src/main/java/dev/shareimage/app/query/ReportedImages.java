package dev.shareimage.app.query;

import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.TrustState;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.trust.TrustLookup;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says for every holder of an image whether it can use the image, and why. */
final class ReportedImages {

    private final RoleState role;
    private final TrustLookup trusted;
    private final ReportedKeys keys;
    private final @Nullable ManifestDrift drift;

    ReportedImages(RoleState role, TrustLookup trusted, ReportedKeys keys, @Nullable ManifestDrift drift) {
        this.role = role;
        this.trusted = trusted;
        this.keys = keys;
        this.drift = drift;
    }

    List<ReportedImage> of(AccountId owner, List<ImageState> images) throws CloudException {
        List<ReportedImage> reported = new ArrayList<>();
        for (ImageState image : images) {
            reported.add(new ReportedImage(
                    owner,
                    image.ref().region(),
                    image.ref().id(),
                    image.found().map(Image::name).orElse(""),
                    image.encrypted(),
                    keys.of(image),
                    shares(image)));
        }
        return reported;
    }

    private List<ReportedShare> shares(ImageState image) throws CloudException {
        List<ReportedShare> shares = new ArrayList<>();
        List<ImageShare> accounts = new ArrayList<>(RequiredReads.named(image, image.shares()));
        accounts.sort(Comparator.comparing(ImageShare::account));
        for (ImageShare share : accounts) {
            shares.add(share(image, new ShareTarget.Account(share.account()), share.sharedAt(), null));
        }
        List<Association> groups = new ArrayList<>(
                image.liveTargets().stream().filter(Association::inEffect).toList());
        groups.sort(Comparator.comparing(Association::entityId).thenComparing(Association::resourceShareId));
        for (Association group : groups) {
            ShareTarget target = trusted.completed(ShareTarget.ofId(group.entityId()));
            shares.add(share(image, target, group.createdAt(), group.resourceShareId()));
        }
        return shares;
    }

    private ReportedShare share(
            ImageState image, ShareTarget target, @Nullable Instant since, @Nullable String resourceShareId)
            throws CloudException {
        Instant until = drift == null ? null : drift.until(image.ref(), target);
        return new ReportedShare(target, since, state(image, target), until, resourceShareId);
    }

    /** Without any policy the role gives no access to the key. An unusual policy may give it. */
    private TrustState state(ImageState image, ShareTarget target) throws CloudException {
        if (Boolean.FALSE.equals(image.encrypted())) {
            return TrustState.NOT_NEEDED;
        }
        if (role.missing()) {
            return TrustState.NO_ROLE;
        }
        TrustState state = trusted.decide(target).map(TrustState::of).orElse(TrustState.UNREAD);
        boolean none = role.policies().known().filter(List::isEmpty).isPresent();
        return state == TrustState.TRUSTED && none ? TrustState.NO_POLICY : state;
    }
}

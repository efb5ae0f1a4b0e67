package dev.shareimage.app.query;

import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.run.RunContext;
import dev.shareimage.app.state.ImageState;
import dev.shareimage.app.state.Parallel;
import dev.shareimage.app.state.ReadResult;
import dev.shareimage.app.state.Reason;
import dev.shareimage.app.state.RequiredReads;
import dev.shareimage.app.state.RoleState;
import dev.shareimage.app.state.StateReader;
import dev.shareimage.app.trust.TrustLookup;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Combines the shares of the images with the trust of the role. */
public final class Listing {

    private final RunContext run;
    private final ListRequest request;
    private final SelectedImages selected;

    public Listing(RunContext run, ListRequest request) {
        this.run = run;
        this.request = request;
        this.selected = request.images();
    }

    public ShareListing read() throws CloudException {
        CompletableFuture<ReadResult<CallerIdentity>> caller =
                run.parallel().read(() -> run.cloud().identity().caller());
        CompletableFuture<RoleState> role =
                new StateReader(run.cloud(), run.parallel(), selected.regions().get(0)).roleLater();
        ListedImages listing = new ListedImages(run, request);
        List<ImageState> images = listing.read();
        RoleState state = Parallel.await(role);
        ListedImages.requireUnlessForbidden(state.role());
        TrustLookup trusted = new TrustLookup(run, state);
        trusted.read(images);
        ManifestTerms terms = ManifestTerms.of(run, request.against(), images);
        List<ListedImage> listed = new ArrayList<>();
        for (ImageState image : images) {
            listed.add(image(image, trusted, terms));
        }
        SharedWith accounts = new SharedWith(run, request.sharedWith());
        List<ListedImage> narrowed = accounts.narrow(listed);
        TrustedOnly trustedOnly = trustedOnly(state, images, trusted);
        List<String> notes = notes(listing, state, images, trusted);
        trustedOnly.note(run.messages()).ifPresent(notes::add);
        accounts.note().ifPresent(notes::add);
        notes.addAll(terms.notes());
        return new ShareListing(
                request.every() ? selected.regions() : selected.concerned(),
                Parallel.await(caller).require().account(),
                narrowed,
                missing(images),
                listing.elsewhere(),
                trustedOnly.principals(),
                images.stream().allMatch(image -> image.resourceShares().failure() == null),
                notes,
                listing.unread(),
                state.missing() || state.lacksPolicy());
    }

    private List<ImageRef> missing(List<ImageState> images) {
        Set<ImageRef> present = images.stream().map(ImageState::ref).collect(Collectors.toSet());
        return selected.images().stream()
                .filter(image -> !present.contains(image))
                .toList();
    }

    private static ListedImage image(ImageState state, TrustLookup trusted, ManifestTerms terms) throws CloudException {
        List<ListedShare> shares = new ArrayList<>();
        for (ImageShare account : accounts(state)) {
            ShareTarget target = new ShareTarget.Account(account.account());
            shares.add(new ListedShare(
                    target.type(),
                    target.id(),
                    account.sharedAt(),
                    trusted.of(state, target),
                    null,
                    terms.until(state, target)));
        }
        for (Association group : groups(state)) {
            ShareTarget target = ShareTarget.ofId(group.entityId());
            shares.add(new ListedShare(
                    target.type(),
                    target.id(),
                    group.createdAt(),
                    trusted.of(state, target),
                    group.resourceShareId(),
                    terms.until(state, target)));
        }
        return new ListedImage(
                state.ref(),
                state.found().map(Image::name).orElse(""),
                state.encrypted(),
                shares,
                state.source().orElse(null));
    }

    private static List<ImageShare> accounts(ImageState state) throws CloudException {
        List<ImageShare> accounts = new ArrayList<>(RequiredReads.named(state, state.shares()));
        accounts.sort((one, other) -> one.account().compareTo(other.account()));
        return accounts;
    }

    /** The directories before the folders. A single one needs no comparator, whose classes take time to load. */
    private static List<Association> groups(ImageState state) {
        List<Association> groups = new ArrayList<>(
                state.liveTargets().stream().filter(Association::inEffect).toList());
        if (groups.size() > 1) {
            groups.sort(
                    Comparator.comparing((Association group) -> group.entityId().startsWith("fd-"))
                            .thenComparing(Association::entityId)
                            .thenComparing(Association::resourceShareId));
        }
        return groups;
    }

    /** The accounts that the trust names and that have no image, of those that the request is about. */
    private TrustedOnly trustedOnly(RoleState role, List<ImageState> images, TrustLookup trusted)
            throws CloudException {
        TrustPolicy trust = role.trust();
        TrustedOnly all = trust == null ? TrustedOnly.NONE : TrustedOnly.of(trust, images, trusted);
        return request.sharedWith().isEmpty() ? all : all.among(request.sharedWith());
    }

    private List<String> notes(ListedImages listing, RoleState role, List<ImageState> images, TrustLookup trusted) {
        List<String> notes = new ArrayList<>(listing.notes());
        CloudException failure = role.role().failure();
        if (failure != null) {
            notes.add(run.messages().get("note.role-unread", Reason.sentence(failure, run.messages())));
        } else if (role.trustProblem() != null) {
            notes.add(run.messages().get("trust-safe.unreadable", run.messages().said(role.trustProblem())));
        }
        trusted.note().ifPresent(notes::add);
        images.stream()
                .map(image -> image.resourceShares().failure())
                .filter(reason -> reason != null)
                .findFirst()
                .ifPresent(reason ->
                        notes.add(run.messages().get("note.groups-unread", Reason.sentence(reason, run.messages()))));
        images.forEach(image -> notes.addAll(new DirectoryNotes(run.messages()).unlinked(image)));
        return notes;
    }
}

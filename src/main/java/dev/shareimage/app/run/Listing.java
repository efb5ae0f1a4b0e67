package dev.shareimage.app.run;

import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.ShareListing.ListedShare;
import dev.shareimage.app.ShareService.ListRequest;
import dev.shareimage.app.survey.ImageState;
import dev.shareimage.app.survey.Parallel;
import dev.shareimage.app.survey.Reading;
import dev.shareimage.app.survey.Reason;
import dev.shareimage.app.survey.RoleState;
import dev.shareimage.app.survey.Survey;
import dev.shareimage.cloud.Association;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.Directory.Member;
import dev.shareimage.cloud.Image;
import dev.shareimage.cloud.ImageShare;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.Principals;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Joins who has the images with whom the role trusts. */
final class Listing {

    private final Run run;
    private final Survey survey;
    private final ListRequest request;
    private final Map<AccountId, String> memberPaths = new HashMap<>();

    Listing(Run run, ListRequest request) {
        this.run = run;
        this.request = request;
        this.survey = new Survey(run.cloud(), run.parallel(), request.region());
    }

    ShareListing read() throws CloudException {
        CompletableFuture<Reading<CallerIdentity>> caller =
                run.parallel().read(() -> run.cloud().identity().caller());
        CompletableFuture<RoleState> role = survey.roleLater();
        List<ImageState> images = request.images().isEmpty() ? all() : named();
        RoleState state = Parallel.await(role);
        readMembers(state, images);
        List<ListedImage> listed = new ArrayList<>();
        for (ImageState image : images) {
            listed.add(image(image, state.trust()));
        }
        return new ShareListing(
                request.region(),
                Parallel.await(caller).require().account(),
                listed,
                trustedOnly(state, images),
                notes(state, images));
    }

    private List<ImageState> named() throws CloudException {
        List<ImageState> images = Parallel.awaitEach(
                request.images().stream().map(survey::withShares).toList());
        for (ImageState image : images) {
            if (image.image().require().isEmpty()) {
                throw new CloudException(
                        Kind.NOT_FOUND,
                        "DescribeImages",
                        "InvalidImageId.NotFound",
                        run.messages().get("image-found.absent", image.id(), request.region()));
            }
        }
        return images;
    }

    private List<ImageState> all() throws CloudException {
        List<CompletableFuture<ImageState>> images = new ArrayList<>();
        run.cloud()
                .images()
                .forEachOwned(
                        request.region(),
                        page -> page.forEach(image -> images.add(survey.sharesOf(
                                image.id(), CompletableFuture.completedFuture(Reading.of(Optional.of(image)))))));
        return Parallel.awaitEach(images);
    }

    /** A trust in a directory or folder covers its members; that is looked up only where such a trust is there. */
    private void readMembers(RoleState role, List<ImageState> images) throws CloudException {
        TrustPolicy trust = role.trust();
        boolean matters = trust != null
                && trust.trustsGroups()
                && images.stream()
                        .flatMap(image -> image.sharedAccounts().stream())
                        .anyMatch(account -> !trust.covers(new ShareTarget.Account(account)));
        if (!matters) {
            return;
        }
        Reading<List<Member>> members =
                Parallel.await(run.parallel().read(() -> run.cloud().directory().members()));
        members.known().ifPresent(list -> list.forEach(member -> memberPaths.put(member.account(), member.path())));
    }

    private ListedImage image(ImageState state, @Nullable TrustPolicy trust) throws CloudException {
        boolean judged = trust != null && !Boolean.FALSE.equals(state.encrypted());
        List<ListedShare> shares = new ArrayList<>();
        for (ImageShare share : state.shares().require()) {
            shares.add(new ListedShare(
                    "account",
                    share.account().value(),
                    share.sharedAt(),
                    judged && trust != null ? trusts(trust, share.account()) : null,
                    null));
        }
        for (Association group : state.liveTargets()) {
            ShareTarget target = ShareTarget.ofId(group.entityId());
            shares.add(new ListedShare(
                    target.type(),
                    target.id(),
                    group.createdAt(),
                    judged && trust != null ? trust.covers(target) : null,
                    group.resourceShareId()));
        }
        return new ListedImage(state.id(), state.found().map(Image::name).orElse(""), state.encrypted(), shares);
    }

    private boolean trusts(TrustPolicy trust, AccountId account) {
        String path = memberPaths.get(account);
        return path == null ? trust.covers(new ShareTarget.Account(account)) : trust.coversMember(account, path);
    }

    private static List<String> trustedOnly(RoleState role, List<ImageState> images) {
        if (role.trust() == null) {
            return List.of();
        }
        Set<AccountId> holders = new HashSet<>();
        images.forEach(image -> holders.addAll(image.sharedAccounts()));
        return role.trust().accounts().stream()
                .filter(account -> !holders.contains(account))
                .map(Principals::of)
                .toList();
    }

    private List<String> notes(RoleState role, List<ImageState> images) {
        List<String> notes = new ArrayList<>();
        CloudException failure = role.role().failure();
        if (failure != null) {
            notes.add(run.messages().get("note.role-unread", Reason.sentence(failure)));
        } else if (role.trustProblem() != null) {
            notes.add(run.messages().get("trust-safe.unreadable", role.trustProblem()));
        }
        images.stream()
                .map(image -> image.resourceShares().failure())
                .filter(reason -> reason != null)
                .findFirst()
                .ifPresent(reason -> notes.add(run.messages().get("note.groups-unread", Reason.sentence(reason))));
        return notes;
    }
}

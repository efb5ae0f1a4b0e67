package dev.shareimage.cli;

import dev.shareimage.app.ErrorAdvice;
import dev.shareimage.app.Failure;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.ShareListing;
import dev.shareimage.app.ShareListing.ListedImage;
import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.state.Reason;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListingOptions;
import dev.shareimage.cli.options.SomeOrAllImages;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.ListingResult;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists who has which image, and whether the trust policy covers them. */
@Command(name = "list-shares", addMethodSubcommands = false)
final class ListSharesCommand extends BaseCommand {

    private static final int MAX_LIST = 5;

    @Mixin
    private final SomeOrAllImages images = new SomeOrAllImages();

    @Mixin
    private final ListingOptions which = new ListingOptions();

    @Override
    ImageOptions images() {
        return images;
    }

    @Override
    List<String> columns() {
        return which.against().isPresent() ? ListingResult.COLUMNS_WITH_ENDS : ListingResult.COLUMNS;
    }

    @Override
    List<String> possibleColumns() {
        return ListingResult.COLUMNS_WITH_ENDS;
    }

    @Override
    List<String> explained() {
        return List.of("--exit-code", "cloud");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        ListRequest request = Listings.request(session, images)
                .sharedWith(which.sharedWith())
                .against(which.against().orElse(null));
        Optional<Problem> unmade = Listings.unmade(request.images());
        if (unmade.isPresent()) {
            return Listings.refuse(session, unmade.get());
        }
        ShareListing listing = session.service().listShares(request);
        Problem problem = problem(request, listing, session.messages());
        List<ListedImage> shown = which.untrusted() ? listing.imagesInDoubt() : listing.images();
        session.output()
                .result(new ListingResult(
                        session.command(),
                        listing,
                        shown,
                        problem,
                        which.against().isPresent()));
        remark(request, listing, session.output(), session.messages());
        if (problem == null) {
            boolean pending =
                    options().change().exitCode() && !listing.untrusted().isEmpty();
            return pending ? ExitCode.PENDING_CHANGES : ExitCode.DONE;
        }
        new ProblemView(session.output(), session.messages()).show(problem);
        return listing.images().isEmpty() ? ExitCode.PRECONDITION : ExitCode.PARTIAL;
    }

    /** Why the list is incomplete; null if it is complete. */
    private static @Nullable Problem problem(ListRequest request, ShareListing listing, Messages messages) {
        Optional<Problem> notFound = Listings.problem(request.images());
        if (notFound.isPresent()) {
            return notFound.get();
        }
        if (!listing.missing().isEmpty()) {
            return missing(listing, messages);
        }
        return listing.unread().isEmpty() ? null : unread(listing, messages);
    }

    private static Problem unread(ShareListing listing, Messages messages) {
        String regions = Reason.inRegions(listing.unread());
        return Problem.ours(
                Failure.REGION_UNREAD,
                messages.get("list.unread", regions),
                new ErrorAdvice(messages)
                        .fix(listing.unread().values().iterator().next()));
    }

    /** The first image that is known to be in another region, or else all that are missing. */
    private static Problem missing(ShareListing listing, Messages messages) {
        String absent = "InvalidImageId.NotFound";
        for (ImageRef image : listing.missing()) {
            RegionId other = listing.elsewhere().get(image);
            if (other != null) {
                Messages app = messages.part("app");
                Object[] where = {image.id(), image.region(), other};
                return Problem.ours(
                        absent, app.get("image-found.elsewhere", where), app.get("image-found.elsewhere.fix", where));
            }
        }
        String ids = listing.missing().stream().map(ref -> ref.id().value()).collect(Collectors.joining(", "));
        return Problem.ours(
                absent,
                messages.get("list.missing", ids, regions(listing)),
                messages.get("list.missing.fix", listing.regions().get(0)));
    }

    private static String regions(ShareListing listing) {
        return listing.regions().stream().map(RegionId::value).collect(Collectors.joining(", "));
    }

    /** Whether the images were not found. The list then says nothing about other images. */
    private static boolean nothingFound(ListRequest request, ShareListing listing) {
        boolean unmatched = request.images().findings().stream().anyMatch(Finding::failed);
        return listing.images().isEmpty() && (unmatched || !listing.missing().isEmpty());
    }

    private static void remark(ListRequest request, ShareListing listing, Output output, Messages messages) {
        listing.notes().forEach(note -> output.tell(Style.CAUTION, messages.get("note", note)));
        long untrusted = listing.images().stream()
                .flatMap(image -> image.shares().stream())
                .filter(share -> Boolean.FALSE.equals(share.trusted()))
                .count();
        if (untrusted > 0) {
            String repair = listing.roleIncomplete() ? "create-role" : "set-trust";
            output.say(
                    Style.CAUTION,
                    messages.get("list.untrusted", untrusted, TargetArguments.of(listing.untrusted()), repair));
        }
        if (nothingFound(request, listing)) {
            return;
        }
        if (!listing.trustedButNotShared().isEmpty()) {
            List<String> names = listing.trustedButNotShared();
            boolean few = names.size() <= MAX_LIST || output.options().verbose();
            output.say(
                    few
                            ? messages.get("list.trusted-not-shared", String.join(", ", names))
                            : messages.get("list.many-trusted-not-shared", names.size()));
        }
        none(request, listing, messages).ifPresent(output::say);
    }

    /** Says that nothing is shared, if that is known. */
    private static Optional<String> none(ListRequest request, ShareListing listing, Messages messages) {
        if (listing.images().stream().anyMatch(image -> !image.shares().isEmpty())) {
            return Optional.empty();
        }
        if (!request.sharedWith().isEmpty()) {
            String accounts =
                    request.sharedWith().stream().map(AccountId::value).collect(Collectors.joining(", "));
            String none = listing.groupsRead() ? "list.none-with" : "list.none-with-directly";
            return Optional.of(messages.get(none, regions(listing), accounts));
        }
        if (listing.images().isEmpty()) {
            return Optional.of(messages.get("list.no-images", regions(listing)));
        }
        String none = listing.groupsRead() ? "list.none" : "list.none-directly";
        return Optional.of(messages.get(none, listing.images().size(), regions(listing)));
    }
}

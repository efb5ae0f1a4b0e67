package dev.shareimage.cli;

import dev.shareimage.app.Failure;
import dev.shareimage.app.ListRequest;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.SomeOrAllImages;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemResult;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The common parts of the commands that list images. */
final class Listings {

    private Listings() {}

    /** Selects every image of the regions if none is named. */
    static ListRequest request(Session session, SomeOrAllImages images) throws UsageException, CloudException {
        if (images.namesSome() || images.waits() || session.options().cloud().allRegions()) {
            return new ListRequest(new ImagePicker(session).pick(images), false);
        }
        List<RegionId> regions = session.regions();
        return ListRequest.everyImageOf(regions);
    }

    /** The requested regions, or all that the account can use. */
    static List<RegionId> regions(Session session) throws UsageException, CloudException {
        return session.options().cloud().allRegions()
                ? session.service()
                        .select(new ImageOptions().query(List.of(), true))
                        .images()
                        .regions()
                : session.regions();
    }

    /** Why the selected images are incomplete. */
    static Optional<Problem> problem(SelectedImages images) {
        return problem(images, Finding::failed);
    }

    /** Why an image that was waited for did not become available. */
    static Optional<Problem> unmade(SelectedImages images) {
        return problem(images, finding -> finding.failed() && finding.id() == CheckId.IMAGE_STATE);
    }

    /** Reports why nothing is listed, in the result and to people. */
    static int refuse(Session session, Problem problem) {
        session.output().result(new ProblemResult(session.command(), session.chosenRegion(), problem));
        new ProblemView(session.output(), session.messages()).show(problem);
        return ExitCode.PRECONDITION;
    }

    private static Optional<Problem> problem(SelectedImages images, Predicate<Finding> which) {
        return images.findings().stream()
                .filter(which)
                .findFirst()
                .map(finding -> Problem.ours(code(finding), finding.message(), finding.fix()));
    }

    private static String code(Finding finding) {
        return finding.id() == CheckId.IMAGE_FOUND ? "ImageNotFound" : Failure.PRECONDITION;
    }
}

package dev.shareimage.cli;

import dev.shareimage.app.Failure;
import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.app.ShareService;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifyRequest;
import dev.shareimage.cli.options.ChosenImages;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.options.VerifyOptions;
import dev.shareimage.cli.view.MatrixResult;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.ReceivedResult;
import dev.shareimage.cli.view.VerifyResult;
import dev.shareimage.cli.view.VerifyView;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The recipient's side: which images it received, and whether they can be launched. */
@Command(name = "verify", addMethodSubcommands = false)
final class VerifyCommand extends BaseCommand {

    @Mixin
    private final ChosenImages images = new ChosenImages();

    @Mixin
    private final VerifyOptions wishes = new VerifyOptions();

    @Override
    ImageOptions images() {
        return images;
    }

    @Override
    List<String> columns() {
        if (images.isEmpty()) {
            return ReceivedResult.COLUMNS;
        }
        return wishes.allRecipients() ? MatrixResult.COLUMNS : VerifyResult.COLUMNS;
    }

    @Override
    List<String> possibleColumns() {
        return union(List.of(ReceivedResult.COLUMNS, VerifyResult.COLUMNS, MatrixResult.COLUMNS));
    }

    @Override
    void check(ListReader lists) throws UsageException {
        wishes.check(!images.isEmpty());
    }

    @Override
    List<String> explained() {
        return List.of("cloud");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        if (images.isEmpty()) {
            return list(session, session.service().received(Listings.regions(session)));
        }
        boolean asOwner = wishes.allRecipients() || wishes.asProfile().isPresent();
        ImagePicker picker = new ImagePicker(session);
        SelectedImages selected = asOwner ? picker.pick(images) : picker.pickReceived(images);
        Optional<Problem> problem = Listings.problem(selected);
        if (problem.isPresent()) {
            return Listings.refuse(session, problem.get());
        }
        return wishes.allRecipients()
                ? matrix(session, selected, wishes.asRole().orElseThrow())
                : verification(session, selected);
    }

    private int verification(Session session, SelectedImages selected) throws UsageException, CloudException {
        Failure unread = UnreadRegionsFailure.describe(selected.unread(), session.messages());
        Verification verification =
                Verification.together(byRegion(session, selected)).unless(unread);
        session.output().result(new VerifyResult(session.command(), verification));
        new VerifyView(session.output(), session.messages()).show(verification);
        if (unread != null) {
            new ProblemView(session.output(), session.messages()).show(Problem.of(unread));
        }
        AccountId account = verification.account();
        if (selected.images().isEmpty() && account != null) {
            session.output()
                    .say(session.messages()
                            .get("verify.none", account, selected.regions().size()));
        }
        return ExitCode.of(verification);
    }

    private List<Verification> byRegion(Session session, SelectedImages selected)
            throws UsageException, CloudException {
        Optional<ShareService> recipient = Optional.empty();
        if (wishes.asProfile().isPresent()) {
            recipient = Optional.of(session.serviceAs(wishes.asProfile().get()));
        }
        List<Verification> parts = new ArrayList<>();
        for (Map.Entry<RegionId, List<ImageRef>> region : selected.byRegion().entrySet()) {
            List<ImageId> ids = ids(region.getValue());
            parts.add(
                    recipient.isPresent()
                            ? bothSides(session, region.getKey(), ids, recipient.get())
                            : session.service()
                                    .verify(request(session.pasted().withoutProfile(), region.getKey(), ids)));
        }
        return parts;
    }

    private static List<ImageId> ids(List<ImageRef> images) {
        return images.stream().map(ImageRef::id).toList();
    }

    private static int list(Session session, ReceivedListing listing) {
        session.output().result(new ReceivedResult(session.command(), listing));
        new VerifyView(session.output(), session.messages()).remark(listing);
        return ExitCode.of(listing);
    }

    private int matrix(Session session, SelectedImages selected, String role) throws UsageException, CloudException {
        MatrixResult result = new AllRecipients(session, wishes, role).look(selected);
        session.output().result(result);
        new VerifyView(session.output(), session.messages()).remark(result);
        Failure unread = result.unread();
        if (unread != null) {
            new ProblemView(session.output(), session.messages()).show(Problem.of(unread));
        }
        return ExitCode.of(result);
    }

    /** Checks the owner's side first, because its problems explain those of the recipient. */
    private Verification bothSides(Session session, RegionId region, List<ImageId> ids, ShareService recipient)
            throws UsageException, CloudException {
        ShareService owner = session.service();
        List<Diagnosis> owners = owner.checkOwnerSide(region, ids, recipient.account());
        Verification verification =
                recipient.verify(request(session.pasted(), region, ids).after(owners));
        return verification.behind(owners, owner.calls());
    }

    private VerifyRequest request(PastedCommands forOwner, RegionId region, List<ImageId> ids) {
        return new VerifyRequest(
                region, ids, wishes.key(), wishes.launch(), true, false, forOwner::complete, List.of());
    }
}

package dev.shareimage.cli.view;

import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.LaunchCommand;
import dev.shareimage.app.verify.ReceivedListing;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifiedImage;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows the result of a recipient's checks, and how to launch. */
public final class VerifyView {

    private final Output output;
    private final Messages messages;

    public VerifyView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /** Shows how many checks passed, and the result for each image. The fixes are complete, each for its side. */
    public void show(Verification verification) {
        new FindingsView(output, messages.completedBy(UnaryOperator.identity()))
                .summarizeShown(
                        verification.checks().stream().map(Diagnosis::finding).toList());
        verification.images().forEach(this::show);
    }

    private void show(VerifiedImage image) {
        Style style = switch (image.outcome()) {
            case READY -> Style.GOOD;
            case UNPROVEN -> Style.CAUTION;
            case BLOCKED -> Style.BAD;
        };
        output.say(style, messages.get("verify." + image.outcome().label(), image.id(), image.region()));
        LaunchCommand launch = image.launch();
        if (launch != null) {
            output.say(messages.get("verify.launch-aliyun"));
            output.paste("  " + launch.aliyun());
            output.say(messages.get("verify.launch-terraform"));
            launch.terraform().lines().forEach(line -> output.paste("  " + line));
        }
    }

    /** Shows the directories and folders whose accounts are not in the matrix. */
    public void remark(MatrixResult matrix) {
        matrix.notes().forEach(note -> output.tell(Style.CAUTION, messages.get("note", note)));
        if (!matrix.rows().isEmpty()) {
            output.say(messages.get(
                    "verify.matrix",
                    matrix.count("ready"),
                    matrix.count("blocked"),
                    matrix.count("unproven"),
                    matrix.count("could-not-look")));
            new MatrixRepairsView(output, messages).show(matrix.rows());
        }
        if (matrix.rows().isEmpty()) {
            output.say(messages.get(
                    "verify.no-recipients",
                    matrix.regions().stream().map(RegionId::value).collect(Collectors.joining(", "))));
        }
    }

    /** Shows what a list of received images cannot contain. */
    public void remark(ReceivedListing listing) {
        listing.notes().forEach(note -> output.tell(Style.CAUTION, messages.get("note", note)));
        if (listing.images().isEmpty() && listing.failure() == null) {
            output.say(messages.get(
                    "verify.none", listing.account(), listing.regions().size()));
        } else if (!listing.images().isEmpty()) {
            output.say(messages.get(
                    "verify.next",
                    listing.images().get(0).id(),
                    listing.images().get(0).region()));
        }
    }
}

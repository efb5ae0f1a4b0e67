package dev.shareimage.cli.view;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.Set;

/**
 * What a user can try in the sandbox as one of the recipients.
 *
 * @param account the recipient, or a placeholder if there are only directories and folders
 * @param images the images that this account has
 */
record SandboxTrial(String account, List<ImageResult> images) {

    private static final String MEMBER = "UID";

    /** The first account, with its images. */
    static SandboxTrial of(List<ImageResult> images, Set<TargetStatus> having) {
        String account = images.stream()
                .flatMap(image -> image.targets().stream())
                .filter(target -> isAccount(target) && having.contains(target.status()))
                .map(TargetResult::id)
                .findFirst()
                .orElse(MEMBER);
        return new SandboxTrial(
                account,
                account.equals(MEMBER)
                        ? images
                        : images.stream()
                                .filter(image -> image.targets().stream()
                                        .anyMatch(target -> target.id().equals(account)
                                                && target.status().isDone()))
                                .toList());
    }

    String lead(Messages messages) {
        return account.equals(MEMBER) ? messages.get("advice.try-member") : messages.get("advice.try", account);
    }

    /** The commands that check the images as this account. */
    List<String> verifying(PastedCommands pasted) {
        return RecipientAdvice.verifying(images, " --profile " + account).stream()
                .map(pasted::complete)
                .toList();
    }

    private static boolean isAccount(TargetResult target) {
        return target.type().equals("account");
    }
}

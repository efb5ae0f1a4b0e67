package dev.shareimage.cli.view;

import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.domain.Messages;
import java.util.List;

/**
 * Says what the recipient has to do now (vendor documentation, image sharing: since 2024-06-30 the recipient encrypts with
 * a key of its own).
 */
public final class RecipientAdvice {

    private final Output output;
    private final Messages messages;

    public RecipientAdvice(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /** Says it, when somebody has an image now. */
    public void show(Report report) {
        List<ImageResult> shared = report.images().stream()
                .filter(image -> image.targets().stream().anyMatch(target -> target.status() == TargetStatus.SHARED))
                .toList();
        if (shared.isEmpty() || report.region() == null) {
            return;
        }
        ImageResult example = shared.get(0);
        boolean encrypted = shared.stream().anyMatch(image -> Boolean.TRUE.equals(image.encrypted()));
        output.say(Style.STRONG, messages.get("advice.heading"));
        output.say("  " + messages.get("advice.find"));
        output.say("    aliyun ecs DescribeImages --RegionId " + report.region()
                + " --ImageOwnerAlias others --ImageId " + example.imageId());
        output.say("  " + messages.get(encrypted ? "advice.launch-encrypted" : "advice.launch"));
        output.say("    aliyun ecs RunInstances --RegionId " + report.region() + " --ImageId " + example.imageId()
                + (encrypted ? " --SystemDisk.Encrypted true --SystemDisk.KMSKeyId KEY …" : " …"));
        output.say("  " + messages.get("advice.permissions"));
    }
}

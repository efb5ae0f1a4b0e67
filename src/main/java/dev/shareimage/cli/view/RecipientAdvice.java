package dev.shareimage.cli.view;

import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionCatalogue;
import dev.shareimage.domain.RegionCatalogue.Region;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

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
        String ids = shared.stream().map(image -> image.imageId().value()).collect(Collectors.joining(","));
        String example = shared.size() == 1 ? ids : "IMAGE";
        boolean encrypted = shared.stream().anyMatch(image -> Boolean.TRUE.equals(image.encrypted()));
        output.say(Style.STRONG, messages.get("advice.heading"));
        output.say("  " + messages.get("advice.find"));
        output.say("    aliyun ecs DescribeImages --RegionId " + report.region()
                + " --ImageOwnerAlias others --ImageId " + ids);
        output.say("  " + messages.get(encrypted ? "advice.launch-encrypted" : "advice.launch"));
        output.say("    aliyun ecs RunInstances --RegionId " + report.region() + " --ImageId " + example
                + (encrypted ? " --SystemDisk.Encrypted true --SystemDisk.KMSKeyId KEY …" : " …"));
        if (encrypted) {
            zonesToAvoid(report.region());
        }
        output.say("  " + messages.get("advice.permissions"));
    }

    private void zonesToAvoid(RegionId region) {
        RegionCatalogue.load()
                .find(region)
                .map(Region::noEncryptedSystemDisk)
                .filter(zones -> !zones.isEmpty())
                .map(zones -> zones.stream().map(ZoneId::value).collect(Collectors.joining(", ")))
                .ifPresent(zones -> output.say("  " + messages.get("advice.zones", zones)));
    }
}

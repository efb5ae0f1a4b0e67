package dev.shareimage.cli.view;

import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.cli.view.RecipientAdvice.Advice;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a recipient does, from an unused account to a running instance. */
record RecipientSteps(Messages messages, Report report) {

    /** The steps before an account can encrypt disks with its own key; none for unencrypted images. */
    List<Advice> preparing() {
        Map<RegionId, List<ImageResult>> encrypted = RecipientAdvice.byRegion(RecipientAdvice.had(report).stream()
                .filter(RecipientSteps::isEncrypted)
                .toList());
        return encrypted.isEmpty()
                ? List.of()
                : List.of(
                        new Advice(messages.get("steps.kms"), List.of("aliyun kms OpenKmsService")),
                        new Advice(
                                messages.get("steps.key"),
                                encrypted.keySet().stream()
                                        .flatMap(region -> RecipientCommands.key(region).stream())
                                        .toList()),
                        new Advice(messages.get("steps.role", RecipientCommands.ROLE), RecipientCommands.role()));
    }

    /** How to launch, by region. Unencrypted images are separate. */
    List<Advice> launching() {
        List<Advice> steps = new ArrayList<>();
        RecipientAdvice.byRegion(RecipientAdvice.had(report)).forEach((region, images) -> {
            steps.add(new Advice(messages.get("steps.find", region), List.of(RecipientCommands.find(region, images))));
            launch(
                    steps,
                    region,
                    images.stream().filter(RecipientSteps::isEncrypted).toList(),
                    true);
            launch(
                    steps,
                    region,
                    images.stream().filter(image -> !isEncrypted(image)).toList(),
                    false);
        });
        return steps;
    }

    private void launch(List<Advice> steps, RegionId region, List<ImageResult> images, boolean encrypted) {
        if (images.isEmpty()) {
            return;
        }
        String instance = " --InstanceType TYPE --VSwitchId VSWITCH --SecurityGroupId GROUP";
        List<String> commands = images.stream()
                .map(image -> "aliyun ecs RunInstances --RegionId " + region + " --ImageId " + RecipientAdvice.id(image)
                        + instance + (encrypted ? RecipientCommands.DISK : ""))
                .toList();
        steps.add(new Advice(messages.get(encrypted ? "steps.launch-encrypted" : "steps.launch"), commands));
        if (encrypted) {
            RecipientCommands.zonesToAvoid(region)
                    .ifPresent(zones -> steps.add(new Advice(messages.get("steps.zones", zones), List.of())));
        }
    }

    /** If it is not known, the image counts as encrypted. */
    static boolean isEncrypted(ImageResult image) {
        return !Boolean.FALSE.equals(image.encrypted());
    }
}

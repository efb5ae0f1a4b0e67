package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.Status;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.permission.Persona;
import dev.shareimage.domain.permission.RamPolicy;
import dev.shareimage.domain.permission.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what the recipient must do (vendor documentation, image sharing: since 2024-06-30 the recipient encrypts with
 * their own key).
 */
public final class RecipientAdvice {

    private static final Set<TargetStatus> NEW = EnumSet.of(TargetStatus.SHARED);
    private static final Set<TargetStatus> ALL = EnumSet.of(TargetStatus.SHARED, TargetStatus.ALREADY_SHARED);

    private final Messages messages;
    private final PastedCommands pasted;

    /**
     * @param messages messages without completed commands, because their readers have their own credentials and
     *     profiles
     * @param pasted completes commands of the owner
     */
    public RecipientAdvice(Messages messages, PastedCommands pasted) {
        this.pasted = pasted.forRecipients();
        this.messages = messages.completedBy(this.pasted::complete);
    }

    /** The advice with its commands. */
    record Advice(String text, List<String> commands) {

        Advice completedBy(PastedCommands pasted) {
            return new Advice(text, commands.stream().map(pasted::complete).toList());
        }
    }

    /** Shows the advice if a target got an image by this run. */
    public void show(Output output, Report report) {
        boolean local = pasted.sandbox().isPresent();
        List<Advice> advice = local ? trying(report) : of(report, NEW);
        if (advice.isEmpty()) {
            return;
        }
        output.say(Style.STRONG, messages.get(local ? "advice.heading-sandbox" : "advice.heading"));
        for (Advice each : advice) {
            output.say("  " + each.text());
            each.commands().forEach(command -> output.paste("    " + command));
        }
    }

    /**
     * The advice for programs, also if targets already had an image or the plan gives them one; null if nobody has one.
     */
    public @Nullable ObjectNode document(Report done) {
        Report report = done.status() == Status.PLANNED ? asIfDone(done) : done;
        if (had(report).isEmpty()) {
            return null;
        }
        RecipientSteps steps = new RecipientSteps(messages, report);
        List<Advice> advice = Stream.concat(steps.preparing().stream(), steps.launching().stream())
                .map(step -> step.completedBy(pasted))
                .toList();
        ObjectNode document = Json.object();
        AccountId owner = report.account();
        document.put("owner", owner == null ? null : owner.value());
        document.put("text", advice.stream().map(each -> each.text().strip()).collect(Collectors.joining("\n")));
        document.set(
                "commands",
                Documents.strings(advice.stream()
                        .flatMap(each -> each.commands().stream())
                        .toList()));
        ArrayNode each = document.putArray("steps");
        advice.forEach(step ->
                each.addObject().put("text", step.text().strip()).set("commands", Documents.strings(step.commands())));
        document.set("verify", Documents.strings(verifying(report, pasted)));
        document.set("policy", policy(report).document());
        return document;
    }

    /** The report as if the plan was carried out, without copies, which have no id yet. */
    private static Report asIfDone(Report plan) {
        return plan.withImages(plan.images().stream()
                .filter(image -> image.imageId() != null)
                .map(image -> image.withTargets(image.targets().stream()
                        .map(target -> target.status() == TargetStatus.PLANNED
                                ? new TargetResult(target.type(), target.id(), TargetStatus.SHARED, null)
                                : target)
                        .toList()))
                .toList());
    }

    /** The images that any target has now. */
    static List<ImageResult> had(Report report) {
        return had(report, ALL);
    }

    /** The commands with which the recipient checks whether everything is ready, one for each region. */
    static List<String> verifying(Report report, PastedCommands pasted) {
        return pasted.sandbox().isPresent()
                ? SandboxTrial.of(had(report), ALL).verifying(pasted)
                : verifying(had(report), "");
    }

    /** The commands with which recipients check whether they can use the images. */
    static List<String> verifying(List<ImageResult> images, String identity) {
        List<String> commands = new ArrayList<>();
        byRegion(images)
                .forEach((region, those) -> commands.add("share-image verify" + identity + " --region " + region
                        + " --image-id " + RecipientCommands.ids(those)));
        return commands;
    }

    /** In the sandbox, anybody can act as the recipient, so a check is more useful than steps for the real cloud. */
    private List<Advice> trying(Report report) {
        List<ImageResult> images = had(report, NEW);
        if (images.isEmpty()) {
            return List.of();
        }
        SandboxTrial trial = SandboxTrial.of(images, NEW);
        return List.of(
                new Advice(trial.lead(messages), trial.verifying(pasted)),
                new Advice(messages.get("advice.try-real"), List.of()));
    }

    /** The permissions that the recipient's users need; in all regions if there are several. */
    static RamPolicy policy(Report report) {
        List<ImageResult> had = had(report);
        List<RegionId> regions = List.copyOf(byRegion(had).keySet());
        Optional<RegionId> only = regions.size() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
        return RamPolicy.of(
                Persona.RECIPIENT,
                new Scope(
                        only,
                        Optional.empty(),
                        had.stream().map(RecipientAdvice::id).toList()));
    }

    /** An image that a target has exists, so it has an id. */
    static ImageId id(ImageResult image) {
        return Objects.requireNonNull(image.imageId());
    }

    private static List<ImageResult> had(Report report, Set<TargetStatus> having) {
        return report.images().stream()
                .filter(image -> image.targets().stream().anyMatch(target -> having.contains(target.status())))
                .toList();
    }

    static Map<RegionId, List<ImageResult>> byRegion(List<ImageResult> images) {
        Map<RegionId, List<ImageResult>> regions = new LinkedHashMap<>();
        images.forEach(image -> regions.computeIfAbsent(image.region(), any -> new ArrayList<>())
                .add(image));
        return regions;
    }

    private List<Advice> of(Report report, Set<TargetStatus> having) {
        Map<RegionId, List<ImageResult>> shared = byRegion(had(report, having));
        boolean encrypted = shared.values().stream()
                .flatMap(List::stream)
                .anyMatch(image -> Boolean.TRUE.equals(image.encrypted()));
        List<Advice> advice = new ArrayList<>(encrypted ? preparing(shared.keySet()) : List.of());
        shared.forEach((region, images) -> advice.addAll(using(region, images, encrypted)));
        return advice;
    }

    /** Steps for each account and key. The console does the first after a prompt, but an API call does not. */
    private List<Advice> preparing(Set<RegionId> regions) {
        return List.of(
                new Advice(messages.get("advice.role", RecipientCommands.ROLE), RecipientCommands.role()),
                new Advice(
                        messages.get("advice.key"),
                        regions.stream().map(RecipientCommands::tag).toList()));
    }

    private List<Advice> using(RegionId region, List<ImageResult> shared, boolean encrypted) {
        String ids = RecipientCommands.ids(shared);
        String example = shared.size() == 1 ? ids : "IMAGE";
        List<Advice> advice = new ArrayList<>();
        advice.add(new Advice(messages.get("advice.find"), List.of(RecipientCommands.find(region, shared))));
        advice.add(new Advice(
                messages.get(encrypted ? "advice.launch-encrypted" : "advice.launch"),
                List.of("aliyun ecs RunInstances --RegionId " + region + " --ImageId " + example
                        + (encrypted ? RecipientCommands.DISK : "") + " …")));
        if (encrypted) {
            RecipientCommands.zonesToAvoid(region)
                    .ifPresent(zones -> advice.add(new Advice(messages.get("advice.zones", zones), List.of())));
        }
        advice.add(new Advice(messages.get("advice.permissions", region, ids), List.of()));
        return advice;
    }
}

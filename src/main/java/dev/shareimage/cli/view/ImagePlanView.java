package dev.shareimage.cli.view;

import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.Report.TargetResult;
import dev.shareimage.app.TargetStatus;
import dev.shareimage.app.plan.Step;
import dev.shareimage.app.plan.Step.Symbol;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows the changes for each image of a manifest: the numbers of targets that get it, lose it and have it, and the
 * names of those that lose it. With {@code -v} also the names of those that get it.
 */
final class ImagePlanView {

    private final Output output;
    private final Messages messages;

    ImagePlanView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /** A planned copy, named like in its step and its result. */
    private record Coming(
            @Nullable ImageRef source,
            RegionId region,
            @Nullable String name) {}

    /**
     * Shows the existing images.
     *
     * @param steps the steps of the plan; those of planned copies are shown elsewhere
     */
    void show(Report preview, List<Step> steps) {
        Set<Coming> coming = new HashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.CopyImage copy) {
                coming.add(new Coming(copy.source(), copy.region(), copy.name()));
            }
        }
        show(preview.images().stream()
                .filter(image -> !coming.contains(new Coming(image.source(), image.region(), image.name())))
                .toList());
        output.tell(Style.PLAIN, "  " + messages.get("plan.counts"));
    }

    private void show(List<ImageResult> images) {
        int unchanged = 0;
        @Nullable RegionId region = null;
        for (ImageResult image : images) {
            Map<TargetStatus, Integer> counts = counts(image);
            if (!counts.containsKey(TargetStatus.PLANNED) && !counts.containsKey(TargetStatus.PLANNED_REMOVAL)) {
                unchanged++;
                continue;
            }
            if (!image.region().equals(region)) {
                region = image.region();
                output.tell(Style.STRONG, "  " + region);
            }
            show(image, counts);
        }
        if (unchanged > 0) {
            output.tell(Style.PLAIN, "  " + messages.get("plan.unchanged-images", unchanged));
        }
    }

    private void show(ImageResult image, Map<TargetStatus, Integer> counts) {
        String id = image.call(false);
        String name = image.name();
        String title = image.imageId() == null || name == null ? id : messages.named(id, name);
        int removed = counts.getOrDefault(TargetStatus.PLANNED_REMOVAL, 0);
        output.tell(
                removed > 0 ? Style.BAD : Style.GOOD,
                "    " + title + "  + " + counts.getOrDefault(TargetStatus.PLANNED, 0) + "  - " + removed + "  = "
                        + counts.getOrDefault(TargetStatus.ALREADY_SHARED, 0));
        list(image.targets(), TargetStatus.PLANNED_REMOVAL, Symbol.REMOVE, Style.BAD);
        if (output.options().verbose()) {
            list(image.targets(), TargetStatus.PLANNED, Symbol.ADD, Style.GOOD);
        }
        showEnds(image);
    }

    /** Shows the number of an image's shares that end on each day. */
    void showEnds(ImageResult image) {
        Map<LocalDate, Integer> ends = new TreeMap<>();
        for (TargetResult target : image.targets()) {
            if (target.until() != null && target.status() != TargetStatus.PLANNED_REMOVAL) {
                ends.merge(target.until(), 1, Integer::sum);
            }
        }
        ends.forEach((day, targets) -> output.tell(Style.PLAIN, "        " + messages.get("plan.ends", day, targets)));
    }

    private void list(List<TargetResult> targets, TargetStatus status, Symbol symbol, Style style) {
        targets.stream()
                .filter(target -> target.status() == status)
                .forEach(target -> output.tell(style, "        " + symbol.sign() + " " + name(target)));
    }

    private String name(TargetResult target) {
        String name = messages.get("target." + target.type(), target.id());
        return target.until() == null ? name : messages.get("target.until", name, target.until());
    }

    private static Map<TargetStatus, Integer> counts(ImageResult image) {
        Map<TargetStatus, Integer> counts = new LinkedHashMap<>();
        image.targets().forEach(target -> counts.merge(target.status(), 1, Integer::sum));
        return counts;
    }
}

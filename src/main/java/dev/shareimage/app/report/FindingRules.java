package dev.shareimage.app.report;

import dev.shareimage.app.TargetArguments;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.FindingDraft.Words;
import dev.shareimage.app.report.ReportFinding.Level;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules about one owner have in common. */
abstract class FindingRules {

    /** More would make a command that nobody can read or paste. */
    private static final int MAX_IMAGES_IN_COMMAND = 20;

    final Owner owner;
    final Messages messages;

    FindingRules(Owner owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    abstract List<FindingDraft> drafts();

    final FindingDraft draft(
            String id,
            Level level,
            @Nullable String target,
            List<ReportedImage> images,
            Function<List<ReportedImage>, Words> words) {
        return new FindingDraft(id, level, owner, target, null, images, words);
    }

    /** The images that somebody has in a way that fits, by whom. */
    final Map<ShareTarget, List<ReportedImage>> byTarget(Predicate<ReportedShare> fits) {
        Map<ShareTarget, List<ReportedImage>> found = new LinkedHashMap<>();
        for (ReportedImage image : owner.images()) {
            image.shares().stream()
                    .filter(fits)
                    .map(ReportedShare::target)
                    .distinct()
                    .forEach(target -> found.computeIfAbsent(target, any -> new ArrayList<>())
                            .add(image));
        }
        return found;
    }

    /** Everybody who has one of the images in a way that fits. */
    final List<ShareTarget> targets(List<ReportedImage> images, Predicate<ReportedShare> fits) {
        return images.stream()
                .flatMap(image -> image.shares().stream())
                .filter(fits)
                .map(ReportedShare::target)
                .distinct()
                .toList();
    }

    final List<ReportedImage> images(Predicate<ReportedShare> fits) {
        return owner.images().stream()
                .filter(image -> image.shares().stream().anyMatch(fits))
                .toList();
    }

    /** The command that takes the images away; for many, the way through a manifest. */
    final String takeAway(List<ReportedImage> images, ShareTarget target) {
        return images.size() > MAX_IMAGES_IN_COMMAND
                ? messages.get("fix.through-manifest", target.id())
                : "share-image unshare " + imageArguments(images) + " " + TargetArguments.of(List.of(target));
    }

    private static String imageArguments(List<ReportedImage> images) {
        LinkedHashSet<String> regions = images.stream()
                .map(image -> image.region().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Stream<String> names = regions.size() == 1
                ? images.stream().map(image -> image.id().value())
                : images.stream().map(ReportedImage::text);
        String region = regions.size() == 1 ? "--region " + regions.iterator().next() + " " : "";
        return region + "--image-id " + names.collect(Collectors.joining(","));
    }
}

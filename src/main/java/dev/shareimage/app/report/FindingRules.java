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

/** The common parts of the rules about one owner. */
abstract class FindingRules {

    /** Maximum images of one command. Nobody could read or paste a longer one. */
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

    /** The images whose shares match, by target. */
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

    /** The targets of the matching shares. */
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

    /** The command that unshares the images, or a way through a manifest if there are many. */
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

package dev.shareimage.app.select;

import dev.shareimage.app.ImageSelection.Choice;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.check.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Reports that somebody must choose, if nobody can be asked. */
record ChoiceFindings(Messages messages) {

    private static final int MAX_NAMED = 20;

    /** One finding for each choice. */
    List<Finding> of(List<Choice> choices) {
        return choices.stream().map(this::finding).toList();
    }

    private Finding finding(Choice choice) {
        List<Image> candidates = choice.candidates();
        String named = candidates.stream().limit(MAX_NAMED).map(this::line).collect(Collectors.joining(", "));
        int more = Math.max(0, candidates.size() - MAX_NAMED);
        return Finding.fail(
                CheckId.IMAGE_FOUND,
                messages.get(
                        more == 0 ? "image-found.several" : "image-found.many",
                        candidates.size(),
                        choice.filter().options(),
                        choice.region(),
                        named,
                        more),
                messages.get(
                        "image-found.several.fix",
                        choice.region(),
                        candidates.get(0).id()));
    }

    private String line(Image image) {
        String since = image.createdAt() == null ? "" : ", " + image.createdAt();
        return messages.named(image.id().value(), image.name() + since);
    }
}

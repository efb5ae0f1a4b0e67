package dev.shareimage.cli.view;

import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.cli.view.RecipientAdvice.Advice;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The text for the recipients of images, in Markdown: the images, what the recipients need, and commands to paste. */
public record HandOver(Messages messages, PastedCommands pasted, Report report) {

    /** The line that identifies files of this kind. */
    public static final String MARK = "<!-- share-image hand-over -->";

    /** Whether anybody has an image, so that there is a text. */
    public boolean isNeeded() {
        return !RecipientAdvice.had(report).isEmpty();
    }

    /** The whole text. */
    public String text() {
        PastedCommands recipients = pasted.forRecipients();
        Messages words = messages.completedBy(recipients::complete);
        RecipientSteps steps = new RecipientSteps(words, report);
        StringBuilder text = new StringBuilder(MARK + "\n# " + words.get("hand-over.title") + "\n\n");
        text.append(words.get("hand-over.owner", Objects.toString(report.account(), "?")))
                .append("\n\n");
        RecipientAdvice.had(report).forEach(image -> text.append(image(words, image)));
        if (!steps.preparing().isEmpty()) {
            text.append("\n").append(words.get("hand-over.encrypted")).append("\n");
            heading(text, words.get("hand-over.prepare"));
            steps.preparing().forEach(step -> step(text, step.completedBy(recipients)));
        }
        heading(text, words.get("hand-over.check"));
        step(text, new Advice(words.get("hand-over.verify"), RecipientAdvice.verifying(report, recipients)));
        heading(text, words.get("hand-over.launch"));
        steps.launching().forEach(step -> step(text, step.completedBy(recipients)));
        heading(text, words.get("hand-over.permissions"));
        text.append("\n").append(words.get("hand-over.policy")).append("\n");
        block(
                text,
                "json",
                List.of(JsonText.write(RecipientAdvice.policy(report).document())));
        return text.toString();
    }

    private static void heading(StringBuilder text, String title) {
        text.append("\n## ").append(title).append("\n");
    }

    private static void step(StringBuilder text, Advice step) {
        text.append("\n").append(Sanitizer.clean(step.text().strip())).append("\n");
        block(text, "sh", step.commands());
    }

    private static void block(StringBuilder text, String language, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n```").append(language).append("\n");
            lines.forEach(line -> text.append(line.strip()).append("\n"));
            text.append("```\n");
        }
    }

    private String image(Messages words, ImageResult image) {
        String accounts = image.targets().stream()
                .filter(target -> target.status().isDone())
                .map(Report.TargetResult::id)
                .collect(Collectors.joining(", "));
        String name = Sanitizer.clean(Objects.toString(image.name(), "")).replaceAll("[`\\[\\]<>*_|]", "·");
        return "- "
                + words.get(
                        RecipientSteps.isEncrypted(image) ? "hand-over.image-encrypted" : "hand-over.image",
                        Objects.toString(image.imageId(), ""),
                        name,
                        image.region(),
                        accounts)
                + "\n";
    }
}

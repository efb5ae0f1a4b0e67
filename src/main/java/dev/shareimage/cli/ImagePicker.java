package dev.shareimage.cli;

import dev.shareimage.app.ImageQuery;
import dev.shareimage.app.ImageSelection;
import dev.shareimage.app.ImageSelection.Choice;
import dev.shareimage.app.SelectedImages;
import dev.shareimage.cli.options.ImageOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.Image;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the images of a command. If a pattern matches several images, a person chooses. */
final class ImagePicker {

    private static final int MAX_SHOWN = 50;

    private final Session session;
    private final Output output;
    private final Messages messages;

    ImagePicker(Session session) {
        this.session = session;
        this.output = session.output();
        this.messages = session.messages();
    }

    /**
     * Finds the requested images and waits for them if that is requested. Problems are findings, also an image that did
     * not become available.
     *
     * @throws UsageException if a region is needed and none is named
     * @throws CloudException if a named region cannot be read
     */
    SelectedImages pick(ImageOptions options) throws UsageException, CloudException {
        SelectedImages selected = find(options, false);
        return options.waits() ? session.service().awaitAvailable(selected) : selected;
    }

    /** Does the same for a command that checks the state of the images itself. */
    SelectedImages pickToCheck(ImageOptions options) throws UsageException, CloudException {
        return awaited(options, find(options, false));
    }

    /** Does the same among the images that others share with the caller, with checks. */
    SelectedImages pickReceived(ImageOptions options) throws UsageException, CloudException {
        return awaited(options, find(options, true));
    }

    private SelectedImages awaited(ImageOptions options, SelectedImages selected)
            throws UsageException, CloudException {
        return options.waits() ? session.service().await(selected) : selected;
    }

    private SelectedImages find(ImageOptions options, boolean received) throws UsageException, CloudException {
        options.passedOver().forEach(builder -> output.say(Style.CAUTION, messages.get("packer.passed-over", builder)));
        boolean all = session.options().cloud().allRegions();
        ImageQuery asked = options.query(List.of(), all);
        ImageQuery query = asked.needsRegion() ? options.query(session.regions(), all) : asked;
        Optional<SelectedImages> direct = query.direct();
        SelectedImages selected = direct.isPresent()
                ? direct.get()
                : chosen(session.service().select(received ? query.amongReceived() : query));
        List<RegionId> regions = selected.concerned();
        if (regions.size() == 1) {
            session.worksIn(regions.get(0));
        }
        return selected;
    }

    private SelectedImages chosen(ImageSelection selection) throws CloudException {
        Optional<InputStream> keyboard = session.keyboard();
        if (selection.choices().isEmpty() || keyboard.isEmpty()) {
            return selection.withoutChoice();
        }
        Map<Choice, List<Image>> chosen = new LinkedHashMap<>();
        for (Choice choice : selection.choices()) {
            show(choice);
            String answer = new Confirmation(keyboard.get(), output, messages)
                    .answer(messages.get("choice.question", choice.candidates().size()));
            List<Image> some = read(answer, choice.candidates());
            if (some.isEmpty()) {
                return selection.withoutChoice();
            }
            chosen.put(choice, some);
        }
        return selection.with(chosen);
    }

    private void show(Choice choice) {
        List<Image> candidates = choice.candidates();
        output.tell(
                Style.STRONG,
                messages.get(
                        "choice.heading", candidates.size(), choice.filter().options(), choice.region()));
        for (int i = 0; i < Math.min(MAX_SHOWN, candidates.size()); i++) {
            Image image = candidates.get(i);
            String since = image.createdAt() == null ? "" : ", " + image.createdAt();
            output.tell(
                    Style.PLAIN,
                    "  " + (i + 1) + "  " + messages.named(image.id().value(), image.name() + since));
        }
        if (candidates.size() > MAX_SHOWN) {
            output.tell(Style.PLAIN, "  " + messages.get("plan.more", candidates.size() - MAX_SHOWN));
        }
    }

    /** Parses numbers from the list, separated by commas or spaces. Returns nothing if one is invalid. */
    private static List<Image> read(String answer, List<Image> candidates) {
        List<Image> chosen = new ArrayList<>();
        for (String number : answer.strip().split("[,\\s]+")) {
            if (!number.matches("[0-9]{1,6}")) {
                return List.of();
            }
            int index = Integer.parseInt(number);
            if (index < 1 || index > candidates.size()) {
                return List.of();
            }
            chosen.add(candidates.get(index - 1));
        }
        return chosen.stream().distinct().toList();
    }
}

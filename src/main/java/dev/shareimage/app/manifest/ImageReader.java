package dev.shareimage.app.manifest;

import dev.shareimage.app.manifest.Manifest.ImagePick;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.YamlEvents.Present;
import dev.shareimage.domain.CopyTarget;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.InvalidValueException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the images of a manifest. The recipients of a group are known only after the whole manifest is read. */
final class ImageReader {

    /** Maximum pairs of image and target. Without a bound, a few groups could make far too many. */
    static final int MAX_SHARES = 1_000_000;

    private static final Members MEMBERS = Members.of(
            "id",
            "name",
            "family",
            "tag",
            "newest",
            "groups",
            "accounts",
            "resourceDirectory",
            "folders",
            "until",
            "setup",
            "copies");
    private static final List<String> FIRST_MEMBERS =
            List.of("id", "accounts", "resourceDirectory", "folders", "setup");

    private static final List<String> TARGETS = List.of("groups", "accounts", "folders", "resourceDirectory");

    private final YamlEvents yaml;
    private final DocumentProblems problems;
    private final RecipientsReader recipients;
    private final GroupReader groups;
    private final CopiesReader copies;
    private final boolean extended;
    private final Set<ImageId> seen = new HashSet<>();
    private final Map<Common, Recipients> common = new HashMap<>();
    private long shares;

    ImageReader(
            YamlEvents yaml,
            DocumentProblems problems,
            RecipientsReader recipients,
            GroupReader groups,
            boolean extended) {
        this.yaml = yaml;
        this.problems = problems;
        this.recipients = recipients;
        this.groups = groups;
        this.copies = new CopiesReader(yaml, problems);
        this.extended = extended;
    }

    /** The parts that many images have in common. */
    private record Common(List<String> groups, LocalDate until) {}

    /** An image while the manifest is being read. */
    static final class Draft {
        private final Position at;
        private final Recipients own = new Recipients();
        private final PickReader pick;
        private Map<String, Position> groups = Map.of();
        private LocalDate until = Recipients.FOREVER;
        private boolean setup = true;
        private List<CopyTarget> copies = List.of();
        private boolean targeted;
        private boolean picks;
        private @Nullable ImageId image;

        private Draft(Position at, PickReader pick) {
            this.at = at;
            this.pick = pick;
        }
    }

    /** Reads an image. */
    Draft read() {
        Draft draft = new Draft(yaml.position(), new PickReader(yaml, problems));
        Present present = yaml.object("an image", MEMBERS.in(extended, FIRST_MEMBERS), member -> member(member, draft));
        checkWhich(present, draft);
        draft.targeted = !present.lacks(targets());
        return draft;
    }

    private void member(String member, Draft draft) {
        switch (member) {
            case "id" -> draft.image = yaml.value("the image's id", text -> once(new ImageId(text)));
            case "name", "family", "tag", PickReader.NEWEST -> draft.pick.read(member);
            case "groups" -> draft.groups = groups.names();
            case "until" -> draft.until = recipients.day(member);
            case "setup" -> draft.setup = yaml.value(member, text -> Flags.parse(member, text));
            case "copies" -> draft.copies = copies.read();
            default -> recipients.read(member, draft.own);
        }
    }

    /** Checks that an image has an id, or is picked by name, family or tag. */
    private void checkWhich(Present present, Draft draft) {
        boolean named = present.members().contains("id");
        draft.picks =
                !present.lacks(PickReader.FILTERS) && present.members().stream().anyMatch(PickReader.FILTERS::contains);
        if (named && (draft.picks || present.members().contains(PickReader.NEWEST))) {
            problems.add(draft.at, "an image that has an id cannot also have name, family, tag or newest");
        } else if (extended && !draft.picks && present.lacks(List.of("id"))) {
            problems.add(draft.at, "an image has an id, or is picked by name, family or tag");
        } else if (!extended && present.lacks(List.of("id"))) {
            problems.add(draft.at, "an image has an id");
        }
    }

    private ImageId once(ImageId image) {
        if (!seen.add(image)) {
            throw new InvalidValueException("image " + image + " is there twice");
        }
        return image;
    }

    private List<String> targets() {
        return extended ? TARGETS : RecipientsReader.MEMBERS;
    }

    /** Receives the image or the pick that an entry defines. */
    interface Sink {
        void image(ImageTargets image);

        void pick(ImagePick pick);
    }

    /** Passes on the image with the recipients of its groups, unless it has a problem. */
    void complete(Draft draft, Sink sink) {
        if (!draft.targeted && !groups.hasDefaults()) {
            problems.add(
                    draft.at,
                    "an image has one of " + String.join(", ", targets()) + "; for nobody, write accounts: []");
        }
        Recipients all = everybody(draft);
        if (all.directories.keySet().stream().flatMap(Optional::stream).count() > 1) {
            problems.add(draft.at, "it names two resource directories, and an account can be in one only");
        }
        shares += all.count() + (long) Math.max(1, all.count()) * regions(draft);
        if (shares > MAX_SHARES) {
            problems.add(draft.at, "up to here, the manifest names more than " + MAX_SHARES + " shares");
            throw new DocumentProblems.StopReading();
        }
        if (draft.picks) {
            sink.pick(new ImagePick(draft.pick.filter(), draft.pick.newest(), all.grants(), draft.setup, draft.copies));
        } else if (draft.image != null) {
            sink.image(new ImageTargets(draft.image, all.grants(), draft.setup, draft.copies));
        }
    }

    /** Maximum number of copies. */
    private int regions(Draft draft) {
        return draft.copies.size() + groups.copies().size();
    }

    private Recipients everybody(Draft draft) {
        List<String> known = groups.known(draft.groups);
        Recipients shared = common.computeIfAbsent(
                new Common(known, draft.until), key -> groups.members(key.groups(), key.until()));
        if (draft.own.count() == 0) {
            return shared;
        }
        Recipients all = new Recipients();
        all.add(draft.own, draft.until);
        all.add(shared, Recipients.FOREVER);
        return all;
    }
}

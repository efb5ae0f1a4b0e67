package dev.shareimage.app.manifest;

import dev.shareimage.app.manifest.DocumentProblems.StopReading;
import dev.shareimage.app.manifest.Manifest.ImagePick;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.app.manifest.YamlEvents.Present;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests of version 1 and 2, and refuses possible mistakes: unknown members, duplicates, values of
 * another type. It reports all problems at once.
 *
 * <pre>{@code
 * schemaVersion: 2
 * groups:
 *   prod:
 *     accounts:
 *       - "2000000000000002"
 *       - {id: "3000000000000003", note: Contoso, until: 2027-03-31}
 *     folders: [rd-3G0000/r-Wm0000/fd-Jyl5U70000]   # or fd-…
 *   partners:
 *     accounts: "@partners.txt"
 * defaults:
 *   groups: [prod]
 *   copies: {ap-southeast-1: }              # with the only key of that region that fits
 * regions:
 *   - id: cn-hongkong
 *     images:
 *       - id: m-hk0001
 *         groups: [partners]
 *         until: 2027-12-31
 *         copies: {cn-hangzhou: key-hz0001}
 *       - {family: web, newest: 1, groups: [prod]}
 *       - id: m-hk0002
 *         resourceDirectory: own            # or rd-…
 *         setup: false                      # do not change role, policy and trust for this image
 * }</pre>
 */
public final class ManifestReader {

    /** Maximum number of characters: enough for 10,000 images with 50 accounts each. */
    public static final int MAX_LENGTH = 16 << 20;

    private static final Members MEMBERS =
            Members.of("schemaVersion", "exported", "groups", "defaults", "regions", "total");
    private static final List<String> FIRST_MEMBERS = List.of("schemaVersion", "exported", "regions", "total");
    private static final Members REGION = Members.of("id", "images");

    private final DocumentProblems problems;
    private final YamlEvents yaml;
    private final boolean extended;
    private final GroupReader groups;
    private final ImageReader images;
    private final Set<RegionId> regionsSeen = new HashSet<>();
    private final List<RegionDraft> regions = new ArrayList<>();
    private final CutOffCheck cutOff;

    private ManifestReader(DocumentProblems problems, YamlEvents yaml, boolean extended, ListFiles files) {
        this.problems = problems;
        this.yaml = yaml;
        this.extended = extended;
        RecipientsReader recipients = new RecipientsReader(yaml, problems, files, extended);
        this.groups = new GroupReader(yaml, problems, recipients);
        this.images = new ImageReader(yaml, problems, recipients, groups, extended);
        this.cutOff = new CutOffCheck(yaml, problems);
    }

    /** A region while the manifest is being read. */
    private static final class RegionDraft {
        private @Nullable RegionId region;
        private final List<ImageReader.Draft> images = new ArrayList<>();
    }

    /**
     * Reads a manifest.
     *
     * @param name the name of the file, for error messages
     * @throws InvalidDocumentException if it is not a valid manifest
     */
    public static Manifest read(String name, String text) {
        return read(name, text, ListFiles.NONE);
    }

    /**
     * Reads a manifest.
     *
     * @param name the name of the file, for error messages
     * @param files the reader of the lists that it names
     * @throws InvalidDocumentException if it is not a valid manifest
     */
    public static Manifest read(String name, String text, ListFiles files) {
        DocumentProblems problems = new DocumentProblems(name);
        Manifest manifest = null;
        try {
            manifest = read(problems, text, files);
        } catch (StopReading e) {
            // The problem is already recorded.
        }
        problems.throwIfAny();
        if (manifest == null) {
            throw new IllegalStateException("nothing was read, and nothing is wrong");
        }
        return manifest;
    }

    private static Manifest read(DocumentProblems problems, String text, ListFiles files) {
        if (text.length() > MAX_LENGTH) {
            problems.add("it has more than " + MAX_LENGTH + " characters");
            throw new StopReading();
        }
        boolean extended = SchemaVersion.in(text) != 1;
        return new ManifestReader(problems, new YamlEvents(problems, text), extended, files).document();
    }

    private Manifest document() {
        Position[] end = new Position[1];
        yaml.document(() -> {
            Position begin = yaml.position();
            Present present = yaml.object("the manifest", MEMBERS.in(extended, FIRST_MEMBERS), this::member);
            if (present.lacks(List.of("schemaVersion"))) {
                problems.add(begin, "schemaVersion is missing; write schemaVersion: " + Manifest.SCHEMA_VERSION);
            }
            if (present.lacks(List.of("regions"))) {
                problems.add(begin, "it names no region");
            }
            end[0] = yaml.position();
        });
        Manifest manifest = complete();
        if (end[0] != null) {
            cutOff.requireWhole(manifest, end[0]);
        }
        return manifest;
    }

    private void member(String member) {
        switch (member) {
            case "schemaVersion" -> yaml.value(member, SchemaVersion::of);
            case "exported" -> cutOff.exported();
            case "groups" -> groups.groups();
            case "defaults" -> groups.defaults();
            case "total" -> cutOff.total();
            default -> regions(member);
        }
    }

    private void regions(String member) {
        Position at = yaml.position();
        int[] count = new int[1];
        yaml.list(member, () -> {
            count[0]++;
            region();
        });
        if (count[0] == 0) {
            problems.add(at, "it names no region");
        }
    }

    private void region() {
        RegionDraft draft = new RegionDraft();
        Position begin = yaml.position();
        regions.add(draft);
        Present present = yaml.object("a region", REGION, member -> {
            if (member.equals("id")) {
                draft.region = yaml.value("the region's id", text -> once(new RegionId(text)));
            } else {
                yaml.list("images", () -> draft.images.add(images.read()));
            }
        });
        if (present.lacks(List.of("id")) || present.lacks(List.of("images"))) {
            problems.add(begin, "a region has an id and images");
        }
    }

    private RegionId once(RegionId region) {
        if (!regionsSeen.add(region)) {
            throw new InvalidValueException("region " + region + " is there twice");
        }
        return region;
    }

    /** The images of a region. */
    private static final class Completed implements ImageReader.Sink {
        private final List<ImageTargets> images = new ArrayList<>();
        private final List<ImagePick> picks = new ArrayList<>();

        @Override
        public void image(ImageTargets image) {
            images.add(image);
        }

        @Override
        public void pick(ImagePick pick) {
            picks.add(pick);
        }
    }

    /** The manifest, with the recipients of its groups. */
    private Manifest complete() {
        groups.checkDefaults();
        List<RegionImages> completed = new ArrayList<>();
        for (RegionDraft draft : regions) {
            Completed part = new Completed();
            draft.images.forEach(image -> images.complete(image, part));
            if (draft.region != null) {
                completed.add(new RegionImages(draft.region, part.images, part.picks));
            }
        }
        return new Manifest(completed, groups.copies());
    }
}

package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.app.manifest.Manifest.ImageTargets;
import dev.shareimage.app.manifest.Manifest.RegionImages;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.RegionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests, and refuses whatever may be a mistake: unknown members, anything named twice, values of another type.
 *
 * <pre>{@code
 * schemaVersion: 1
 * regions:
 *   - id: cn-hongkong
 *     images:
 *       - id: m-hk0001
 *         accounts: ["2000000000000002", "3000000000000003"]
 *       - id: m-hk0002
 *         resourceDirectory: own            # or rd-…
 *         folders: [rd-3G0000/r-Wm0000/fd-Jyl5U70000]   # or fd-…
 *         setup: false                      # leave role, policy and trust alone for this image
 * }</pre>
 *
 * <p>Where {@code export} cut off would be read as a whole manifest, images would be taken away: a manifest that bears its
 * mark has to end in the number of things that it holds.
 */
public final class ManifestReader {

    /** Characters that a manifest may have: enough for 10,000 images with 50 accounts each. */
    public static final int LONGEST = 16 << 20;

    /** The value that stands for the caller's own resource directory. */
    static final String OWN = "own";

    private static final List<String> TARGETS = List.of("accounts", "folders", "resourceDirectory");

    private final YamlEvents yaml;
    private final Set<RegionId> regionsSeen = new HashSet<>();
    private final Set<ImageId> imagesSeen = new HashSet<>();
    private final List<RegionImages> regions = new ArrayList<>();
    private boolean versioned;
    private boolean exported;
    private @Nullable ManifestTotal total;

    private ManifestReader(YamlEvents yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads a manifest.
     *
     * @param name of the file, for complaints
     * @throws InvalidValueException when it is no manifest; the message says the line
     */
    public static Manifest read(String name, String text) {
        if (text.length() > LONGEST) {
            throw new InvalidValueException(name + ": it has more than " + LONGEST + " characters");
        }
        return new ManifestReader(new YamlEvents(name, text)).document();
    }

    private Manifest document() {
        yaml.begin();
        int line = yaml.line();
        yaml.object("the manifest", List.of("schemaVersion", "exported", "regions", "total"), member -> {
            switch (member) {
                case "schemaVersion" -> version();
                case "exported" -> exported = yaml.value(member, text -> flag(member, text));
                case "total" -> total = total();
                default -> yaml.list(member, this::region);
            }
        });
        if (!versioned) {
            throw yaml.wrong(line, "schemaVersion is missing; write schemaVersion: " + Manifest.SCHEMA_VERSION);
        }
        if (regions.isEmpty()) {
            throw yaml.wrong(line, "it names no region");
        }
        int lastLine = yaml.line();
        yaml.end();
        Manifest manifest = new Manifest(regions);
        requireWhole(manifest, lastLine);
        return manifest;
    }

    private void requireWhole(Manifest manifest, int lastLine) {
        ManifestTotal found = ManifestTotal.of(manifest);
        if (total == null && exported) {
            throw yaml.wrong(lastLine, "the end is missing, which export writes (total): export it again");
        }
        if (total != null && !total.equals(found)) {
            throw yaml.wrong(
                    lastLine,
                    "something is missing or was changed: total says " + total + ", and there are " + found
                            + "; export it again, or write what you want it to hold: total: " + found.text());
        }
    }

    private ManifestTotal total() {
        int[] counts = new int[2];
        Set<String> seen = new HashSet<>();
        int line = yaml.line();
        yaml.object("total", ManifestTotal.MEMBERS, member -> {
            seen.add(member);
            counts[ManifestTotal.MEMBERS.indexOf(member)] = yaml.value(member, ManifestReader::count);
        });
        if (seen.size() < ManifestTotal.MEMBERS.size()) {
            throw yaml.wrong(line, "total has " + String.join(" and ", ManifestTotal.MEMBERS));
        }
        return new ManifestTotal(counts[0], counts[1]);
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidValueException("total: a number is not what it should be: digits only");
        }
        return Integer.parseInt(text);
    }

    private void version() {
        versioned = yaml.value("schemaVersion", text -> {
            if (!text.equals(String.valueOf(Manifest.SCHEMA_VERSION))) {
                throw new InvalidValueException(
                        "this schemaVersion is not known; this program reads " + Manifest.SCHEMA_VERSION);
            }
            return true;
        });
    }

    /** An object of the document while its members are being read. */
    private static final class Draft {
        final int line;

        @Nullable
        RegionId region;

        @Nullable
        ImageId image;

        @Nullable
        List<ImageTargets> images;

        List<AccountId> accounts = List.of();
        boolean ownDirectory;
        boolean targeted;
        boolean setup = true;
        Optional<DirectoryId> directory = Optional.empty();
        List<FolderId> folders = new ArrayList<>();
        List<FolderPath> paths = new ArrayList<>();

        Draft(int line) {
            this.line = line;
        }

        TargetQuery targets() {
            return new TargetQuery(accounts, ownDirectory, directory, folders, paths);
        }
    }

    private void region() {
        Draft draft = new Draft(yaml.line());
        yaml.object("a region", List.of("id", "images"), member -> {
            if (member.equals("id")) {
                draft.region = once(regionsSeen, "region", yaml.line(), yaml.value("the region's id", RegionId::new));
            } else {
                draft.images = images();
            }
        });
        if (draft.region == null || draft.images == null) {
            throw yaml.wrong(draft.line, "a region has an id and images");
        }
        regions.add(new RegionImages(draft.region, draft.images));
    }

    private List<ImageTargets> images() {
        List<ImageTargets> images = new ArrayList<>();
        yaml.list("images", () -> images.add(image()));
        return images;
    }

    private ImageTargets image() {
        Draft draft = new Draft(yaml.line());
        yaml.object("an image", List.of("id", "accounts", "resourceDirectory", "folders", "setup"), member -> {
            draft.targeted |= TARGETS.contains(member);
            switch (member) {
                case "id" ->
                    draft.image = once(imagesSeen, "image", yaml.line(), yaml.value("the image's id", ImageId::new));
                case "accounts" -> draft.accounts = accounts();
                case "resourceDirectory" -> directory(draft);
                case "setup" -> draft.setup = yaml.value(member, text -> flag(member, text));
                default -> folders(draft);
            }
        });
        if (draft.image == null) {
            throw yaml.wrong(draft.line, "an image has an id");
        }
        if (!draft.targeted) {
            throw yaml.wrong(
                    draft.line,
                    "an image has one of " + String.join(", ", TARGETS) + "; for nobody, write accounts: []");
        }
        return new ImageTargets(draft.image, draft.targets(), draft.setup);
    }

    private static boolean flag(String member, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidValueException(member + " is neither true nor false");
        }
        return text.equals("true");
    }

    private List<AccountId> accounts() {
        Set<AccountId> seen = new HashSet<>();
        List<AccountId> accounts = new ArrayList<>();
        yaml.list(
                "accounts",
                () -> accounts.add(once(seen, "account", yaml.line(), yaml.value("an account", AccountId::new))));
        return accounts;
    }

    private void directory(Draft draft) {
        draft.directory = yaml.value(
                "resourceDirectory", text -> text.equals(OWN) ? Optional.empty() : Optional.of(new DirectoryId(text)));
        draft.ownDirectory = draft.directory.isEmpty();
    }

    /** A folder is the same one by its id and by its path. */
    private void folders(Draft draft) {
        Set<FolderId> seen = new HashSet<>();
        yaml.list("folders", () -> {
            int line = yaml.line();
            once(seen, "folder", line, yaml.value("a folder", text -> folder(draft, text)));
        });
    }

    private static FolderId folder(Draft draft, String text) {
        if (text.contains("/")) {
            FolderPath path = new FolderPath(text);
            draft.paths.add(path);
            return path.folder();
        }
        FolderId folder = new FolderId(text);
        draft.folders.add(folder);
        return folder;
    }

    private <T> T once(Set<T> seen, String what, int line, T value) {
        if (!seen.add(value)) {
            throw yaml.wrong(line, what + " " + value + " stands there twice");
        }
        return value;
    }
}

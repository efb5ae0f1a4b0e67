package dev.shareimage.cli.options;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who to share with. */
public final class TargetOptions {

    /** The value of {@link #DIRECTORY} that means the caller's own, as no value does. */
    private static final String OWN = "own";

    static final OptionDeclaration ACCOUNTS =
            OptionDeclaration.list("UID,…", "--accounts", "--account").withoutEnvironment();
    static final OptionDeclaration DIRECTORY = OptionDeclaration.optionalValue("rd-…", "--resource-directory")
            .withValuePrefix("rd-")
            .withoutEnvironment();
    static final OptionDeclaration FOLDER =
            OptionDeclaration.list("fd-…|PATH,…", "--folder").withoutEnvironment();

    /** The group, for declaring it. */
    public static final OptionGroup GROUP = new OptionGroup("targets", List.of(ACCOUNTS, DIRECTORY, FOLDER));

    private TargetOptions() {}

    /** The targets, maybe none. */
    public static TargetQuery read(OptionValues values) throws UsageException {
        Optional<String> directory = values.value(DIRECTORY).filter(value -> !value.equals(OWN));
        List<FolderId> ids = new ArrayList<>();
        List<FolderPath> paths = new ArrayList<>();
        values.list(FOLDER, text -> text.contains("/") ? paths.add(new FolderPath(text)) : ids.add(folderId(text)));
        return new TargetQuery(
                values.list(ACCOUNTS, AccountId::new),
                values.given(DIRECTORY) && directory.isEmpty(),
                directory.isEmpty() ? Optional.empty() : values.value(DIRECTORY, DirectoryId::new),
                ids,
                paths);
    }

    /**
     * The targets, at least one.
     *
     * @throws UsageException when none is named
     */
    public static TargetQuery readSome(OptionValues values) throws UsageException {
        if (!anyGiven(values)) {
            throw new UsageException("usage.no-targets");
        }
        return read(values);
    }

    /** Whether any target is named. */
    public static boolean anyGiven(OptionValues values) {
        return GROUP.options().stream().anyMatch(values::given);
    }

    private static FolderId folderId(String text) {
        if (!text.startsWith("fd-")) {
            throw InvalidValueException.of(
                    text,
                    "is neither a folder id, as in fd-Jyl5U70000, nor a folder's path, as in"
                            + " rd-3G0000/r-Wm0000/fd-Jyl5U70000");
        }
        return new FolderId(text);
    }
}

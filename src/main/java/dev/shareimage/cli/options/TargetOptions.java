package dev.shareimage.cli.options;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.UsageException.Problem;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options that name targets. */
public final class TargetOptions {

    private static final List<String> OPTIONS = List.of("--account", "--resource-directory", "--folder");

    @NotFromEnvironment
    @Option(
            names = {"--account", "--accounts"},
            paramLabel = "UID,…",
            converter = AccountsConverter.class)
    private @Nullable List<AccountId> accounts;

    @NotFromEnvironment
    @Option(
            names = "--resource-directory",
            paramLabel = "rd-…",
            arity = "0..1",
            preprocessor = OptionalValue.DirectoryId.class,
            converter = DirectoryConverter.class)
    private @Nullable Directory directory;

    @NotFromEnvironment
    @Option(names = "--folder", paramLabel = "fd-…|PATH,…", converter = FoldersConverter.class)
    private @Nullable List<Folder> folders;

    /** A resource directory: one with an id, or the caller's own. */
    private record Directory(Optional<DirectoryId> id) {}

    /** A folder by its id, or by its path. */
    private record Folder(Optional<FolderId> id, Optional<FolderPath> path) {}

    /** The targets; may be empty. */
    public TargetQuery targets() {
        List<FolderId> ids = new ArrayList<>();
        List<FolderPath> paths = new ArrayList<>();
        for (Folder folder : folders == null ? List.<Folder>of() : folders) {
            folder.id().ifPresent(ids::add);
            folder.path().ifPresent(paths::add);
        }
        return new TargetQuery(
                accounts == null ? List.of() : accounts,
                directory != null && directory.id().isEmpty(),
                Optional.ofNullable(directory).flatMap(Directory::id),
                ids,
                paths);
    }

    /**
     * The problems of these options if targets are required.
     *
     * @param typed whether an option with this beginning was typed, even with an invalid value
     */
    public List<Problem> problems(Predicate<String> typed) {
        return given() || isTyped(typed) ? List.of() : List.of(Problem.of("usage.no-targets"));
    }

    /** Whether any target is named, even with an invalid value. */
    static boolean isTyped(Predicate<String> typed) {
        return OPTIONS.stream().anyMatch(typed);
    }

    /** Whether any target is named. */
    public boolean given() {
        return accounts != null || directory != null || folders != null;
    }

    static final class AccountsConverter extends ListConverter<AccountId> {
        @Override
        protected AccountId entry(String text) {
            return new AccountId(text);
        }
    }

    static final class DirectoryConverter implements ITypeConverter<Directory> {

        /** The value for the caller's own directory, like a missing value. */
        private static final String OWN = "own";

        @Override
        public Directory convert(String text) {
            return new Directory(
                    OptionalValue.of(text).filter(id -> !id.equals(OWN)).map(DirectoryId::new));
        }
    }

    static final class FoldersConverter extends ListConverter<Folder> {
        @Override
        protected Folder entry(String text) {
            if (text.contains("/")) {
                return new Folder(Optional.empty(), Optional.of(new FolderPath(text)));
            }
            if (!text.startsWith("fd-")) {
                throw InvalidValueException.of(
                        text,
                        "is neither a folder id, as in fd-Jyl5U70000, nor a folder's path, as in"
                                + " rd-3G0000/r-Wm0000/fd-Jyl5U70000");
            }
            return new Folder(Optional.of(new FolderId(text)), Optional.empty());
        }
    }
}

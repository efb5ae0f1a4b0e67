package dev.shareimage.app.manifest;

import dev.shareimage.app.manifest.ListFiles.Line;
import dev.shareimage.app.manifest.YamlEvents.Present;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads recipients: the members that groups, defaults and images have in common. */
final class RecipientsReader {

    /** The members. */
    static final List<String> MEMBERS = List.of("accounts", "folders", "resourceDirectory");

    private static final Members ENTRY = Members.of("id", "note", "until");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The value for the caller's own resource directory. */
    private static final String OWN = "own";

    /** The prefix of a file name. */
    private static final String FILE = "@";

    private final YamlEvents yaml;
    private final DocumentProblems problems;
    private final ListFiles files;
    private final boolean extended;
    private final Map<String, List<Line>> read = new HashMap<>();

    /** One object for each id, because many images have the same accounts. */
    private final Map<String, AccountId> known = new HashMap<>();

    /**
     * @param extended whether entries may be objects and file names, as in version 2
     */
    RecipientsReader(YamlEvents yaml, DocumentProblems problems, ListFiles files, boolean extended) {
        this.yaml = yaml;
        this.problems = problems;
        this.files = files;
        this.extended = extended;
    }

    /** Adds an entry of a list. Throws if it is invalid or a duplicate. */
    @FunctionalInterface
    private interface Taker {
        void take(String text, LocalDate until);
    }

    /** Reads the value of one of the members. */
    void read(String member, Recipients into) {
        switch (member) {
            case "accounts" -> accounts(into);
            case "folders" -> folders(into);
            default -> {
                Optional<DirectoryId> directory = yaml.value(member, RecipientsReader::directory);
                into.directories.put(directory, Recipients.FOREVER);
            }
        }
    }

    /** Reads a date. */
    LocalDate day(String member) {
        return yaml.value(member, text -> {
            if (DAY.matcher(text).matches()) {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeException e) {
                    throw new InvalidValueException(member + ": there is no such day");
                }
            }
            throw new InvalidValueException(member + " is not a date, as in 2027-03-31");
        });
    }

    private void accounts(Recipients into) {
        entries("accounts", "an account", (text, until) -> {
            AccountId account = known.computeIfAbsent(text, AccountId::new);
            if (into.accounts.putIfAbsent(account, until) != null) {
                throw twice("account", account);
            }
        });
    }

    /** A folder id and the path with that id name the same folder. */
    private void folders(Recipients into) {
        Set<FolderId> seen = new HashSet<>();
        entries("folders", "a folder", (text, until) -> {
            FolderPath path = text.contains("/") ? new FolderPath(text) : null;
            FolderId folder = path == null ? new FolderId(text) : path.folder();
            if (!seen.add(folder)) {
                throw twice("folder", folder);
            }
            if (path == null) {
                into.folders.put(folder, until);
            } else {
                into.paths.put(path, until);
            }
        });
    }

    private static InvalidValueException twice(String what, Object value) {
        return new InvalidValueException(what + " " + value + " is there twice");
    }

    private static Optional<DirectoryId> directory(String text) {
        return text.equals(OWN) ? Optional.empty() : Optional.of(new DirectoryId(text));
    }

    private void entries(String member, String one, Taker taker) {
        if (extended && yaml.atText()) {
            yaml.value(member, text -> {
                if (!text.startsWith(FILE)) {
                    throw new InvalidValueException(member + " has to be a list, or @ and the name of a file");
                }
                return file(text, taker);
            });
            return;
        }
        yaml.list(member, () -> {
            if (extended && yaml.atObject()) {
                entry(one, taker);
            } else {
                yaml.value(one, text -> {
                    if (extended && text.startsWith(FILE)) {
                        return file(text, taker);
                    }
                    taker.take(text, Recipients.FOREVER);
                    return true;
                });
            }
        });
    }

    /** An entry with a note, or with an end, while it is being read. */
    private static final class Entry {
        private Position at;
        private LocalDate until = Recipients.FOREVER;
        private @Nullable String id;

        private Entry(Position at) {
            this.at = at;
        }
    }

    private void entry(String one, Taker taker) {
        Entry entry = new Entry(yaml.position());
        Present present = yaml.object(one, ENTRY, member -> {
            switch (member) {
                case "id" -> {
                    entry.at = yaml.position();
                    entry.id = yaml.value("the id of " + one, text -> text);
                }
                case "until" -> entry.until = day(member);
                default -> yaml.value(member, text -> text);
            }
        });
        if (present.lacks(List.of("id"))) {
            problems.add(entry.at, one + " has an id");
        }
        if (entry.id != null) {
            try {
                taker.take(entry.id, entry.until);
            } catch (InvalidValueException e) {
                problems.add(entry.at, String.valueOf(e.getMessage()));
            }
        }
    }

    private boolean file(String text, Taker taker) {
        String name = text.substring(FILE.length());
        List<Line> lines = read.get(name);
        if (lines == null) {
            lines = files.read(name);
            read.put(name, lines);
        }
        for (Line line : lines) {
            try {
                taker.take(line.text(), Recipients.FOREVER);
            } catch (InvalidValueException e) {
                problems.add(
                        new DocumentProblem(line.file(), line.line(), line.column(), String.valueOf(e.getMessage())));
            }
        }
        return true;
    }
}

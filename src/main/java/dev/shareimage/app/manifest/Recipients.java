package dev.shareimage.app.manifest;

import dev.shareimage.app.TargetQuery;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The recipients in one place of a manifest, each with the last day of its share. */
final class Recipients {

    /** The last day of a share without an end. */
    static final LocalDate FOREVER = LocalDate.MAX;

    final Map<AccountId, LocalDate> accounts = new LinkedHashMap<>();
    final Map<FolderId, LocalDate> folders = new LinkedHashMap<>();
    final Map<FolderPath, LocalDate> paths = new LinkedHashMap<>();

    /** The key is empty for the caller's own directory. */
    final Map<Optional<DirectoryId>, LocalDate> directories = new LinkedHashMap<>();

    /**
     * Adds other recipients. For a recipient that is named several times, the latest day counts.
     *
     * @param last the last day for all of them
     */
    void add(Recipients others, LocalDate last) {
        add(accounts, others.accounts, last);
        add(folders, others.folders, last);
        add(paths, others.paths, last);
        add(directories, others.directories, last);
    }

    private static <T> void add(Map<T, LocalDate> all, Map<T, LocalDate> others, LocalDate last) {
        others.forEach((who, day) -> all.merge(who, earlier(day, last), Recipients::later));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The number of recipients. */
    int count() {
        return accounts.size() + folders.size() + paths.size() + directories.size();
    }

    /** The recipients by last day. Those without an end come first. */
    List<Grant> grants() {
        TreeSet<LocalDate> days =
                new TreeSet<>(Comparator.<LocalDate>naturalOrder().reversed());
        days.addAll(accounts.values());
        days.addAll(folders.values());
        days.addAll(paths.values());
        days.addAll(directories.values());
        List<Grant> grants = new ArrayList<>();
        for (LocalDate day : days) {
            grants.add(new Grant(until(day), day.equals(FOREVER) ? null : day));
        }
        return grants;
    }

    private TargetQuery until(LocalDate day) {
        List<Optional<DirectoryId>> named = keys(directories, day);
        return new TargetQuery(
                keys(accounts, day),
                named.contains(Optional.<DirectoryId>empty()),
                named.stream().flatMap(Optional::stream).findFirst(),
                keys(folders, day),
                keys(paths, day));
    }

    private static <T> List<T> keys(Map<T, LocalDate> who, LocalDate day) {
        return who.entrySet().stream()
                .filter(entry -> entry.getValue().equals(day))
                .map(Map.Entry::getKey)
                .toList();
    }
}

package dev.shareimage.cli;

import dev.shareimage.cli.options.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** The page, and the files with the same content as JSON and CSV. */
record ReportFiles(Path page, Path json, Path csv) {

    private static final String HTML = "(?i)\\.html?$";

    /**
     * Chooses the files of a name.
     *
     * @param directory the directory that the name is relative to
     * @throws UsageException if such files cannot be written there
     */
    static ReportFiles named(String name, Path directory) throws UsageException {
        try {
            Path page = directory.resolve(name);
            Path folder = page.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(page)) {
                throw new UsageException("report.unwritable", name);
            }
            String base = String.valueOf(page.getFileName()).replaceFirst(HTML, "");
            return new ReportFiles(page, page.resolveSibling(base + ".json"), page.resolveSibling(base + ".csv"));
        } catch (InvalidPathException e) {
            throw new UsageException("report.unwritable", name);
        }
    }

    /** Writes them, each in one step, so that a concurrent reader gets the old or the new file completely. */
    void write(String html, String json, String csv) throws IOException {
        replace(page, html);
        replace(json(), json);
        replace(csv(), csv);
    }

    /** Two runs may write the same file at the same time, so each has its own temporary file. */
    private static void replace(Path file, String text) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.writeString(file, text);
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

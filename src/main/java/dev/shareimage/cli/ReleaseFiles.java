package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the generated files of a release: a manual page for each command in each language, and the completion scripts. */
public final class ReleaseFiles {

    /** The folder of the pages of each language, as {@code man} looks them up. */
    private static final Map<String, String> FOLDERS =
            Map.of("en", "man/man1/", "ja", "man/ja/man1/", "zh", "man/zh_CN/man1/");

    private final Path directory;
    private final String version;

    private ReleaseFiles(Path directory, String version) {
        this.directory = directory;
        this.version = version;
    }

    /** @param arguments the directory to write to, and the version of the program */
    public static void main(String[] arguments) throws IOException {
        new ReleaseFiles(Path.of(arguments[0]), arguments[1]).write();
    }

    private void write() throws IOException {
        for (Map.Entry<String, String> folder : FOLDERS.entrySet()) {
            Manual manual = new Manual(Messages.load("help", folder.getKey()), version);
            write(folder.getValue() + Application.PROGRAM + ".1", manual.program());
            for (String name : Commands.NAMES) {
                write(folder.getValue() + Application.PROGRAM + "-" + name + ".1", manual.command(name));
            }
        }
        write("completions/share-image.bash", CompletionScript.of("bash"));
        write("completions/_share-image", CompletionScript.of("zsh"));
        write("completions/share-image.fish", CompletionScript.of("fish"));
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(path, text);
    }
}

package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the generated files of a release: a manual page for each command, and the completion scripts. */
public final class ReleaseFiles {

    private final Messages messages = Messages.load("help", "en");
    private final Path directory;
    private final Manual manual;

    private ReleaseFiles(Path directory, String version) {
        this.directory = directory;
        this.manual = new Manual(messages, version);
    }

    /**
     *
     * @param arguments the directory to write to, and the version of the program
     */
    public static void main(String[] arguments) throws IOException {
        new ReleaseFiles(Path.of(arguments[0]), arguments[1]).write();
    }

    private void write() throws IOException {
        page(Application.PROGRAM, manual.program());
        for (String name : Commands.NAMES) {
            page(Application.PROGRAM + "-" + name, manual.command(name, messages.get(name + ".summary")));
        }
        write("completions/share-image.bash", CompletionScript.of("bash"));
        write("completions/_share-image", CompletionScript.of("zsh"));
        write("completions/share-image.fish", CompletionScript.of("fish"));
    }

    private void page(String name, String roff) throws IOException {
        write("man/man1/" + name + ".1", roff);
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

package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Writes what a release holds besides the program: a manual page for each command, and the completion of commands. */
public final class ReleaseFiles {

    private static final int COLUMNS = 78;

    private final Messages messages = Messages.load("help", "en");
    private final UsageHelp help = new UsageHelp(messages, COLUMNS, Ansi.OFF);
    private final Path directory;
    private final String version;

    private ReleaseFiles(Path directory, String version) {
        this.directory = directory;
        this.version = version;
    }

    /**
     * @param arguments the directory to write to, and the version of the program
     */
    public static void main(String[] arguments) throws IOException {
        new ReleaseFiles(Path.of(arguments[0]), arguments[1]).write();
    }

    private void write() throws IOException {
        manual(Application.PROGRAM, messages.get("program.description"), help.program());
        for (String name : Commands.NAMES) {
            String summary = messages.get(name + ".summary");
            manual(Application.PROGRAM + "-" + name, summary, help.command(name));
        }
        write("completions/share-image.bash", GenerateCompletionCommand.script());
    }

    private void manual(String name, String summary, String text) throws IOException {
        ManualPage page = new ManualPage(name, summary.lines().findFirst().orElse(""), text);
        write("man/man1/" + name + ".1", page.roff(version));
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

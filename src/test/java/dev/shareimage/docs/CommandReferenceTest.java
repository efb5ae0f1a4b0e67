package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.docs.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reference is the program's own help. */
class CommandReferenceTest {

    private static final String INTRODUCTION = """
            # Command reference

            This page has the output of `share-image help` and `share-image help COMMAND`. The options that every command takes
            are at the end. Where only some of them have an effect, the command shows these. [Pipelines and
            scripts](automation.md) explains the exit codes, the variables and the JSON.

            """;

    /** The headings of the options that every command has. */
    private static final List<String> COMMON = List.of("Reaching the cloud:", "Output:");

    @TempDir
    Path home;

    @Test
    void is_what_the_program_says() throws IOException {
        String program = help();
        List<String> common = Stream.of(help("list-shares").split("\n\n"))
                .filter(CommandReferenceTest::isCommon)
                .toList();
        List<String> commonWords =
                common.stream().map(CommandReferenceTest::words).toList();
        StringBuilder page =
                new StringBuilder(INTRODUCTION).append("## share-image\n\n").append(block(program));
        for (String command : commands(program)) {
            String own = Stream.of(help(command).split("\n\n"))
                    .filter(part -> !commonWords.contains(words(part)))
                    .collect(Collectors.joining("\n\n"));
            page.append("\n## share-image ").append(command).append("\n\n").append(block(own));
        }
        assertThat(common).hasSameSizeAs(COMMON);
        page.append("\n## Options of every command\n\n").append(block(String.join("\n\n", common)));

        SitePages.verify(SitePages.SITE.resolve("cli.md"), page.toString());
    }

    /** The width of the first column differs between the commands. */
    private static String words(String part) {
        return part.replaceAll("\\s+", " ");
    }

    private static boolean isCommon(String part) {
        return COMMON.stream().anyMatch(part::startsWith);
    }

    private String help(String... command) {
        Outcome outcome = new Program(home)
                .run(Stream.concat(Stream.of("help"), Stream.of(command)).toList());
        assertThat(outcome.exitCode()).isZero();
        return outcome.output();
    }

    private static List<String> commands(String program) {
        List<String> commands = program.lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands).contains("share", "list-shares");
        return commands;
    }

    private static String block(String text) {
        return "```text\n"
                + text.lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                        .strip() + "\n```\n";
    }
}

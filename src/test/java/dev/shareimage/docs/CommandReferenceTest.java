package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.docs.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reference is the program's own help. */
class CommandReferenceTest {

    private static final String INTRODUCTION = """
            # Command reference

            This page has the output of `share-image help` and `share-image help COMMAND`. The options that every command takes
            are at the end. [Pipelines and scripts](automation.md) explains the exit codes, the variables and the JSON.

            """;

    /** The headings of the options that every command has. */
    private static final List<String> COMMON = List.of("Reaching the cloud:", "Output:");

    @TempDir
    Path home;

    @Test
    void is_what_the_program_says() throws IOException {
        Map<String, String> common = new LinkedHashMap<>();
        String program = help();
        StringBuilder page =
                new StringBuilder(INTRODUCTION).append("## share-image\n\n").append(block(program));
        for (String command : commands(program)) {
            Map<Boolean, List<String>> parts = Stream.of(help(command).split("\n\n"))
                    .collect(Collectors.partitioningBy(CommandReferenceTest::isCommon));
            parts.get(true).forEach(part -> common.putIfAbsent(part.replaceAll("\\s+", " "), part));
            page.append("\n## share-image ")
                    .append(command)
                    .append("\n\n")
                    .append(block(String.join("\n\n", parts.get(false))));
        }
        assertThat(common.keySet()).as("the same in all commands").hasSameSizeAs(COMMON);
        page.append("\n## Options of every command\n\n").append(block(String.join("\n\n", common.values())));

        SitePages.verify(SitePages.SITE.resolve("cli.md"), page.toString());
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

package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFilesTest {

    @TempDir
    private Path directory;

    @Test
    void every_command_has_a_page() throws IOException {
        ReleaseFiles.main(new String[] {directory.toString(), "1.2.3"});

        List<String> pages = Stream.concat(
                        Stream.of("share-image.1"), Commands.NAMES.stream().map(name -> "share-image-" + name + ".1"))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(directory.resolve("man/man1"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toList())
                    .isEqualTo(pages);
        }
        assertThat(directory.resolve("man/man1/share-image-share.1"))
                .content()
                .startsWith(".TH SHARE\\-IMAGE\\-SHARE 1 \"\" \"share\\-image 1.2.3\" \"User Commands\"\n");
        assertThat(directory.resolve("completions/share-image.bash")).content().contains("complete -F");
    }

    @Test
    void nothing_of_the_help_is_taken_for_a_command_of_the_manual() {
        assertThat(new ManualPage("share-image-x", "Does", ".dot\n'quote\na\\b --c").roff("1"))
                .isEqualTo("""
                        .TH SHARE\\-IMAGE\\-X 1 "" "share\\-image 1" "User Commands"
                        .SH NAME
                        share\\-image\\-x \\- Does
                        .SH DESCRIPTION
                        .nf
                        \\&.dot
                        \\&'quote
                        a\\eb \\-\\-c
                        .fi
                        """);
    }
}

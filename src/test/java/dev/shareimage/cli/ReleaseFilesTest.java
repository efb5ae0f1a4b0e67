package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(directory.resolve("man/man1/share-image-share.1"))
                .content()
                .contains(
                        """
                        .SH SYNOPSIS
                        share\\-image share \\-\\-image\\-id IMAGE,... TARGETS
                        .SH DESCRIPTION
                        """,
                        """
                        .SH OPTIONS
                        .SS Images:
                        .TP
                        \\fB\\-\\-image\\-id=IMAGE,…\\fR
                        Images by id, also as REGION:IMAGE.\
                        """,
                        """
                        .SH EXIT STATUS
                        .TP
                        \\fB0\\fR
                        Done, or nothing to do.
                        """,
                        """
                        .TP
                        \\fBSHARE_IMAGE_REGION\\fR
                        \\-\\-region
                        """,
                        ".SH ENVIRONMENT\n",
                        ".SH FILES\n",
                        ".SH EXAMPLES\n.nf\n  share\\-image share ",
                        ".SH SEE ALSO\nshare\\-image(1)\n")
                .doesNotContain("SHARE_IMAGE_YES", "SHARE_IMAGE_ACCOUNTS");
        assertThat(directory.resolve("completions/share-image.bash")).content().contains("complete -F");
        assertThat(directory.resolve("completions/_share-image")).content().startsWith("#compdef share-image\n");
        assertThat(directory.resolve("completions/share-image.fish")).content().contains("complete -c share-image");
    }

    @ParameterizedTest
    @CsvSource({"ja, ja, 書式, ユーザーコマンド, 完了、または変更不要。", "zh_CN, zh, 用法, 用户命令, 已完成，或无需更改。"})
    void every_page_is_there_in_japanese_and_chinese(
            String folder, String language, String synopsis, String manual, String done) throws IOException {
        ReleaseFiles.main(new String[] {directory.toString(), "1.2.3"});
        Path pages = directory.resolve("man").resolve(folder).resolve("man1");

        try (Stream<Path> files = Files.list(pages)) {
            assertThat(files).hasSize(Commands.NAMES.size() + 1);
        }
        assertThat(pages.resolve("share-image-share.1"))
                .content()
                .startsWith(".TH SHARE\\-IMAGE\\-SHARE 1 \"\" \"share\\-image 1.2.3\" \"" + manual + "\"\n")
                .contains(
                        "\nshare\\-image\\-share \\- "
                                + Messages.load("help", language).get("share.summary") + "\n.SH " + synopsis + "\n",
                        "\n.TP\n\\fB0\\fR\n" + done + "\n")
                .doesNotContain("SYNOPSIS", "Examples", "Done");
    }

    @Test
    void nothing_of_a_text_is_taken_for_a_command_of_the_manual() {
        assertThat(new ManualPage("share-image-x", "1", Messages.load("help", "en"), "Does")
                        .verbatim(".dot\n'quote\na\\b --c"))
                .hasToString("""
                        .TH SHARE\\-IMAGE\\-X 1 "" "share\\-image 1" "User Commands"
                        .ad l
                        .SH NAME
                        share\\-image\\-x \\- Does
                        .nf
                        \\&.dot
                        \\&'quote
                        a\\eb \\-\\-c
                        .fi
                        """);
    }

    @Test
    void the_exit_codes_of_the_manual_are_those_of_the_program() throws Exception {
        ReleaseFiles.main(new String[] {directory.toString(), "1.2.3"});
        String page = Files.readString(directory.resolve("man/man1/share-image.1"));

        for (java.lang.reflect.Field code : ExitCode.class.getDeclaredFields()) {
            if (code.getType() == int.class) {
                assertThat(page).contains("\n\\fB" + code.getInt(null) + "\\fR\n");
            }
        }
    }
}

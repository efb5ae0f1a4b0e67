package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each completion script in its own shell. */
class CompletionTest {

    private static final String CASES = """
            sh                                   | share
            -y --region cn-hongkong list-        | list-shares
            list-shares --region cn-hongk        | cn-hongkong
            list-shares --output j               | json
            list-shares -o y                     | yaml
            share --lang z                       | zh
            help uns                             | unshare
            policy pub                           | publisher
            sandbox res                          | reset
            check-region cn-beij                 | cn-beijing
            generate-completion fi               | fish
            apply -f my                          | my shares.yaml
            apply --file acc                     | accounts.txt
            share --audit-log au                 | audit.log
            share --accounts @acc                | @accounts.txt
            share --image-id @my                 | @my shares.yaml
            share --hand-over au                 | audit.log
            report my                            | my shares.yaml
            report --open my                     | my shares.yaml
            report --merge au                    | audit.log
            share --profile wo                   | work
            share --allow-u                      | --allow-unlisted-region
            list-shares --columns trus           | trusted
            list-shares --columns imageId,trus   | imageId,trusted
            doctor --columns fi                  | fix
            --columns imageId,imageN             | imageId,imageName
            verify --columns ow                  | owner
            sandbox env --columns na             | name
            list-shares --region cn-beijing,cn-h | cn-beijing,cn-hongkong
            policy --all-r                       | --all-regions
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void layOut() throws IOException {
        for (String name : List.of("accounts.txt", "my shares.yaml", "audit.log")) {
            Files.writeString(directory.resolve(name), "");
        }
        Files.createDirectory(directory.resolve(".aliyun"));
        Files.writeString(
                directory.resolve(".aliyun/config.json"), "{\"profiles\": [{\"name\": \"work\", \"mode\": \"AK\"}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void bash_completes(String line, String expected) throws Exception {
        assertThat(bash(line.split(" "))).containsExactly(expected);
    }

    @Test
    void bash_completes_behind_an_equals_sign_and_lists_many() throws Exception {
        assertThat(bash("list-shares", "--region", "=", "cn-hongk")).containsExactly("cn-hongkong");
        assertThat(bash("apply", "--file", "=", "my")).containsExactly("my shares.yaml");
        assertThat(bash("list-shares", "--region", "cn-")).contains("cn-beijing", "cn-hongkong");
    }

    @Test
    void options_without_effect_are_not_proposed() throws Exception {
        assertThat(bash("sandbox", "--re")).isEmpty();
        assertThat(bash("sandbox", "--s")).containsExactly("--sandbox");
        assertThat(bash("policy", "--all-i")).isEmpty();
        assertThat(bash("list-shares", "--dry")).isEmpty();
        assertThat(bash("--set")).containsExactly("--settle");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void zsh_completes(String line, String expected) throws Exception {
        assumeTrue(isInstalled("zsh"), "zsh is installed");

        assertThat(zsh(line)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CASES)
    void fish_completes(String line, String expected) throws Exception {
        assumeTrue(isInstalled("fish"), "fish is installed");

        assertThat(run(
                                "fish",
                                "--no-config",
                                "-c",
                                "source " + script("fish") + "; complete -C 'share-image " + line + "'")
                        .stream()
                        .map(found -> found.split("\t")[0].replace("\\ ", " ")))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcsh", "Bash"})
    void other_shells_are_refused(String shell) {
        CommandLineRun.Outcome outcome = new CommandLineRun().run("generate-completion", shell);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("share-image: generate-completion takes one of bash, zsh, fish\n");
    }

    private List<String> bash(String... words) throws Exception {
        String quoted = Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return run(
                "bash",
                "--norc",
                "-c",
                "compopt() { :; }; COMP_WORDBREAKS=${COMP_WORDBREAKS//@}; source " + script("bash")
                        + "; COMP_WORDS=(share-image " + quoted
                        + "); COMP_CWORD=" + words.length
                        + "; COMP_LINE=\"${COMP_WORDS[*]}\"; _share_image share-image;"
                        + " printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    /** The candidates of the script that begin with what was typed. */
    private List<String> zsh(String line) throws Exception {
        String words =
                Arrays.stream(line.split(" ")).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        String typed = line.substring(line.lastIndexOf(' ') + 1);
        String harness = """
                compdef() {}
                compset() {
                  case $2 in
                    @) prefix=@ ;;
                    '*,') [[ $word == *,* ]] && prefix=${word%%,*}, ;;
                  esac
                }
                compadd() { shift; print -l -- $prefix${^@} }
                _describe() { local -a found=("${(@P)2}"); print -l -- ${found%%%%:*} }
                _files() { local each; for each in *; do print -- $prefix$each; done }
                prefix=
                source %s
                words=(share-image %s)
                CURRENT=$#words
                _share-image
                """.formatted(script("zsh"), words);
        return run("zsh", "-f", "-c", harness).stream()
                .filter(found -> found.startsWith(typed))
                .toList();
    }

    private Path script(String shell) throws IOException {
        return Files.writeString(
                directory.resolve("." + shell),
                new CommandLineRun().run("generate-completion", shell).out());
    }

    private List<String> run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return new ArrayList<>(output.lines().filter(found -> !found.isEmpty()).toList());
    }

    private static boolean isInstalled(String shell) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    }
}

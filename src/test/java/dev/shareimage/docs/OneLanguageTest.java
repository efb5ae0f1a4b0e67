package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reader of only Japanese or Chinese can follow the vendor's guide, from the help to a confirmed share, and repair
 * common mistakes, without an English sentence. Commands, options, names and codes are the same in all languages.
 */
class OneLanguageTest {

    private static final String IMAGE = "m-hk0cmk0000000000001";
    private static final String ACCOUNT = "2000000000000002";

    /** Lines to paste into a shell, and lines of a manifest. */
    private static final Pattern CODE = Pattern.compile(
            "^ *(aliyun|share-image|eval|echo|source|- id:) .*"
                    + "|share-image( [a-z]+(-[a-z]+)?)?( --?[a-z-]+( [A-Za-z0-9,-]+)?)*|aliyun( [a-z]+)+|export -o|sandbox serve|--[a-z-]+ [a-z]+[-=]\\S+");

    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{2,} [a-z]{2,}\\b");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"ja_JP.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8"})
    void is_enough_from_the_help_to_a_confirmed_share(String locale) throws IOException {
        List<String> said = new ArrayList<>();
        for (List<String> command : job()) {
            Program.Outcome outcome = new Program(home).run(Map.of("LANG", locale), command);
            said.add("$ " + String.join(" ", command));
            outcome.output().lines().filter(OneLanguageTest::isEnglish).forEach(said::add);
        }

        assertThat(said.stream().filter(line -> !line.startsWith("$ ")))
                .as("in %s", said)
                .isEmpty();
    }

    private List<List<String>> job() throws IOException {
        Files.writeString(
                home.resolve("bad.yaml"), "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    imagos: []\n");
        List<String> commands = List.of(
                "--help",
                "check-region cn-hongkong cn-nowhere-1",
                "doctor -v --sandbox --region cn-hongkong --image-id " + IMAGE + " --accounts " + ACCOUNT,
                "doctor --sandbox --region cn-hongkong --resource-directory -o table",
                "share --sandbox --region cn-hongkong --image-id " + IMAGE + " --accounts " + ACCOUNT + " --dry-run",
                "share --sandbox --region cn-hongkong --image-id " + IMAGE + " --accounts " + ACCOUNT,
                "share --sandbox --region cn-hongkong --image-id " + IMAGE + " --accounts " + ACCOUNT + " --yes -v",
                "share --sandbox --region cn-hongkong --image-id " + IMAGE + " --accounts " + ACCOUNT + " --yes",
                "list-shares --sandbox --region cn-hongkong --image-id " + IMAGE,
                "list-shares --sandbox --region cn-hongkong -o table",
                "set-trust --show --sandbox",
                "create-role --sandbox --yes",
                "unshare --sandbox --region cn-hongkong --image-id " + IMAGE + " --all --prune-trust --yes",
                "share --sandbox --region cn-hongkong --image-id m-nowhere --accounts 1000000000000001 --yes",
                "share --sandbox --region cn-hongkong --image-id x --accounts y --timeout soon",
                "share --sandbox --region cn-hongkong --image-id " + IMAGE + " --accounts @missing.txt",
                "share --sandbox --region cn-hongkong --image-id " + IMAGE + " --folder fd-nowhere --yes",
                "apply -f bad.yaml --sandbox",
                "list-shares --columns nothing",
                "lisst-shares",
                "list-shares --regio x --output pdf",
                "list-shares --endpoint http://example.com --region cn-hongkong",
                "list-shares --region cn-hongkong");
        Stream<List<String>> helps = Stream.of(
                        "share",
                        "list-shares",
                        "doctor",
                        "set-trust",
                        "create-role",
                        "unshare",
                        "apply",
                        "export",
                        "check-region",
                        "policy",
                        "sandbox",
                        "verify",
                        "generate-completion",
                        "help")
                .map(command -> List.of("help", command));
        return Stream.concat(commands.stream().map(command -> List.of(command.split(" "))), helps)
                .toList();
    }

    private static boolean isEnglish(String line) {
        return ENGLISH.matcher(CODE.matcher(line).replaceAll("")).find();
    }
}

package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cli.view.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole task in one language, from the help to a share that its recipient has verified, with common mistakes on the
 * way.
 */
class OneLanguageWalkTest {

    private static final String SHARE = "share --sandbox --region cn-hongkong --image-id m-hk0cmk0000000000001";
    private static final String BLOCKED =
            "share --sandbox --region cn-hongkong --accounts 2000000000000002 --image-id ";
    private static final String VERIFY = "verify --sandbox --region cn-hongkong --profile 2000000000000002";

    private static final List<String> HELP = List.of(
            "--help",
            "share --help",
            "help verify",
            "help report",
            "help unshare",
            "help sandbox",
            "doctor --sandbox --region cn-hongkong",
            "doctor --sandbox --region cn-hongkong --profile 1000000000000001/nobody",
            "doctor --sandbox --region cn-hongkong --resource-directory",
            "doctor --sandbox --region cn-nowhere",
            "doctor --sandbox --region cn-hongkong --image-id m-hk0cmk0000000000001 --accounts 2000000000000002 -v");

    private static final List<String> MISTAKES = List.of(
            BLOCKED + "m-hk0disabled00000001",
            BLOCKED + "m-hk0deletion00000001",
            BLOCKED + "m-hk0untagged00000001",
            BLOCKED + "m-hk0service000000001",
            BLOCKED + "m-hk0several000000001",
            BLOCKED + "m-hk0creating00000001",
            BLOCKED + "m-hk0community0000001",
            BLOCKED + "m-hk0partner000000002",
            BLOCKED + "m-hk0shared0000000050",
            BLOCKED + "m-hk0plain00000000001 --dry-run",
            BLOCKED + "m-hk0nowhere000000001",
            "share --sandbox --region ap-northeast-1 --accounts 2000000000000002 --image-id m-jp0cmk0000000000001",
            "share --sandbox --region cn-nowhere --accounts 2000000000000002 --image-id m-hk0cmk0000000000001",
            SHARE + " --accounts 9999999999999999 --yes",
            SHARE + " --accounts 20000x",
            SHARE + " --accounts 1000000000000001",
            SHARE + " --accounts @nowhere.txt",
            SHARE + " --accounts @list.txt",
            SHARE + " --folder fd-nowhere",
            SHARE + " --folder rd-sbx001/r-root01/fd-nowhere001 --yes",
            SHARE + " --acounts 2000000000000002",
            SHARE + " --accounts",
            SHARE,
            SHARE + " --accounts 2000000000000002 --output pdf --timeout soon",
            SHARE + " --accounts 2000000000000002 --profile 1000000000000001/viewer",
            SHARE + " --accounts 2000000000000002 --profile 1000000000000001/publisher",
            SHARE + " --accounts 2000000000000002 --profile 1000000000000001/nobody",
            "share --region cn-hongkong --image-id m-hk0cmk0000000000001 --accounts 2000000000000002",
            "share --region cn-hongkong --image-id m-hk0cmk0000000000001 --accounts 2000000000000002 --profile nobody",
            "shrae");

    private static final List<String> JOB = List.of(
            VERIFY + " --image-id m-hk0cmk0000000000001",
            SHARE + " --accounts 2000000000000002 --dry-run",
            SHARE + " --accounts 2000000000000002",
            SHARE + " --accounts 2000000000000002,2000000000000003 --yes --hand-over send.md",
            SHARE + " --accounts 2000000000000002 --yes",
            SHARE + " --folder rd-sbx001/r-root01/fd-products01/fd-japan00001 --yes",
            "list-shares --sandbox --region cn-hongkong",
            "list-shares --sandbox --region cn-hongkong --image-id m-hk0cmk0000000000001 -o table",
            "list-shares --sandbox --region cn-hongkong --untrusted",
            "set-trust --show --sandbox",
            "set-trust --sandbox --accounts 2000000000000012 --print",
            "create-role --sandbox --yes",
            "check-region cn-hongkong cn-nowhere-1 ap-northeast-1 cn-nanjing",
            "check-region --all -o table",
            VERIFY,
            VERIFY + " --image-id m-hk0cmk0000000000001 --key-id key-hk0own0000000000002",
            VERIFY + " --image-id m-hk0cmk0000000000001 --key-id key-hk0off0000000000002",
            VERIFY + "/onlooker --image-id m-hk0cmk0000000000001",
            "verify --sandbox --region cn-hongkong --profile 2000000000000003 --image-id m-hk0cmk0000000000001",
            "verify --sandbox --region cn-hongkong --profile 2000000000000030 --image-id m-hk0cmk0000000000001",
            "verify --sandbox --region cn-hongkong --profile 2000000000000002/launcher --image-id m-hk0cmk0000000000001 -v",
            "verify --sandbox --region cn-hongkong --profile 1000000000000001/auditor --all-recipients"
                    + " --as-role SandboxVerifier --image-id m-hk0cmk0000000000001",
            "verify --sandbox --region cn-hongkong --profile 1000000000000001/viewer --all-recipients"
                    + " --as-role SandboxVerifier --image-id m-hk0cmk0000000000001",
            "list-shares --sandbox --region cn-hongkong --profile 1000000000000001/publisher",
            "list-shares --sandbox --region cn-hongkong --profile 1000000000000001/nobody",
            "set-trust --show --sandbox --profile 1000000000000001/publisher",
            "unshare --sandbox --region cn-hongkong --profile 1000000000000001/publisher --all --prune-trust --dry-run"
                    + " --image-id m-hk0cmk0000000000001",
            "export --sandbox --region cn-hongkong",
            "export --sandbox --region cn-hongkong --write shares.yaml",
            "apply --sandbox -f shares.yaml --dry-run",
            "apply --sandbox -f shares.yaml --yes",
            "apply --sandbox -f bad.yaml",
            "apply --sandbox -f nowhere.yaml",
            "report --sandbox --region cn-hongkong report.html",
            "report --sandbox --region cn-hongkong report.html --exceptions bad.yaml",
            "unshare --sandbox --region cn-hongkong --image-id m-hk0cmk0000000000001 --all --prune-trust",
            "unshare --sandbox --region cn-hongkong --image-id m-hk0cmk0000000000001 --all --prune-trust --yes",
            "unshare --sandbox --region cn-hongkong --image-id m-hk0cmk0000000000001 --accounts 2000000000000002 --yes",
            "sandbox env --account nobody",
            "sandbox serve --faults nowhere.json",
            "sandbox serve --faults bad.yaml",
            "sandbox serve --faults bad.json",
            "sandbox serve --port 99999999",
            "sandbox");

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"ja_JP.UTF-8", "zh_CN.UTF-8"})
    void shows_no_english_except_names_and_codes(String locale) throws IOException {
        Files.writeString(home.resolve("list.txt"), "2000000000000002\nsomebody\n");
        Files.writeString(
                home.resolve("bad.yaml"), "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    imagos: []\n");
        Files.writeString(home.resolve("bad.json"), "{\"rules\":[{\"effect\":{\"type\":\"lag\",\"millis\":-1}}]}");
        List<String> english = new ArrayList<>();
        for (String command :
                Stream.of(HELP, MISTAKES, JOB).flatMap(List::stream).toList()) {
            english.addAll(english("$ " + command, withoutComments(command, run(locale, command))));
        }
        english.addAll(english("report.html", told(Files.readString(home.resolve("report.html")))));
        english.addAll(english(
                "$ cat send.md", Files.readString(home.resolve("send.md")).lines()));

        assertThat(english).as(String.join("\n", english)).isEmpty();
    }

    /** The text of a page without its code. */
    private static Stream<String> told(String page) {
        return page.replaceAll("(?s)<(script|style)\\b.*?</\\1>", "")
                .replaceAll("&#?\\w+;", " ")
                .replaceAll("<[^>]*>", "\n")
                .lines();
    }

    /** A manifest is the same in all languages, so exports of colleagues do not differ. */
    private static Stream<String> withoutComments(String command, String output) {
        return output.lines().map(line -> command.startsWith("export ") ? line.replaceAll("# .*", "") : line);
    }

    private static List<String> english(String command, Stream<String> lines) {
        return lines.filter(line -> !EnglishWords.in(line).isEmpty())
                .map(line -> command + "\n" + line + "\n    " + EnglishWords.in(line))
                .toList();
    }

    /** The contents of both streams. The user declines all questions. */
    private String run(String locale, String command) {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(sink, true, StandardCharsets.UTF_8);
        ProcessContext context = new ProcessContext(
                new ByteArrayInputStream("n\n".getBytes(StandardCharsets.UTF_8)),
                both,
                both,
                Map.of("LANG", locale, "SHARE_IMAGE_SETTLE", "0s", "NO_COLOR", "1"),
                home,
                home,
                new Terminal(true, true, false, 100),
                "1.2.3");
        new Application(context, new DefaultConnectors()).run(List.of(command.split(" ")));
        return sink.toString(StandardCharsets.UTF_8);
    }
}

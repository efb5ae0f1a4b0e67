package dev.shareimage.docs;

import dev.shareimage.app.verify.Refusals;
import dev.shareimage.app.verify.Side;
import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page's table of the codes that recipients get equals the program's. */
class RecipientCodesTest {

    private static final Path PAGE = SitePages.SITE.resolve("troubleshooting.md");
    private static final String HEAD =
            "| code of a launch or copy | means | who repairs it | what to do |\n|---|---|---|---|\n";

    private final Messages sentences = Messages.load("verify", "en");

    @Test
    void lists_every_code_with_its_cause_who_repairs_it_and_how() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD);
        int end = page.indexOf("\n\n", start) + 1;

        SitePages.verify(PAGE, page.substring(0, start) + table() + page.substring(end));
    }

    private String table() {
        return Refusals.codes().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private String row(String key, Collection<String> codes) {
        String means = text(key).replaceFirst("^the cloud refuses[^:]*: ?", "");
        String others = key + ".owner-fix";
        String fix = text(key + ".fix") + (sentences.has(others) ? "; owner: " + text(others) : "");
        return "| " + codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")) + " | "
                + (means.equals("…") ? "the instance that you ask for, or a limit of your account" : means) + " | "
                + who(Refusals.side(key)) + " | " + fix + " |\n";
    }

    private static String who(Side side) {
        return side == null ? "you or the owner: `verify` tells" : side == Side.OWNER ? "the owner" : "you";
    }

    private String text(String key) {
        return sentences
                .get(key, "…", "IMAGE", "REGION", "UID", "…")
                .replace("*", "\\*")
                .replace("|", "\\|");
    }
}

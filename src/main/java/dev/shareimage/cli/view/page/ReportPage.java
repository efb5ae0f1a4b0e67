package dev.shareimage.cli.view.page;

import com.samskivert.mustache.Mustache;
import dev.shareimage.app.report.AccessReport;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.Findings;
import dev.shareimage.cli.view.page.PageModel.DriftView;
import dev.shareimage.cli.view.page.PageModel.Tile;
import dev.shareimage.domain.Messages;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the report as one page. It contains style, script and data, and its content security policy blocks everything
 * else.
 */
public final class ReportPage {

    private static final String RESOURCES = "/dev/shareimage/report/";

    private final AccessReport report;
    private final Findings findings;
    private final PageTexts texts;
    private final PageViews views;

    private ReportPage(AccessReport report, Findings findings, Messages messages) {
        this.report = report;
        this.findings = findings;
        this.texts = new PageTexts(messages);
        this.views = new PageViews(texts, report.images());
    }

    /**
     * The page.
     *
     * @param messages of part {@code report}
     */
    public static String of(AccessReport report, Findings findings, Messages messages, Instant madeAt) {
        PageModel model = new ReportPage(report, findings, messages).model(messages.language(), madeAt);
        return Mustache.compiler()
                .nullValue("")
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("page.mustache"))
                .execute(model);
    }

    private PageModel model(String language, Instant madeAt) {
        String style = resource("page.css");
        String script = resource("page.js");
        List<String> regions = report.owners().stream()
                .flatMap(owner -> owner.regions().stream())
                .map(read -> read.region().value())
                .distinct()
                .sorted()
                .toList();
        String accounts =
                report.owners().stream().map(owner -> owner.account().value()).collect(Collectors.joining(", "));
        return new PageModel(
                language,
                texts.all(),
                policy(style, script),
                style,
                script,
                PageData.of(report, texts.all()),
                accounts,
                String.join(", ", regions),
                regions,
                madeAt.toString(),
                PageTexts.minute(madeAt),
                texts.get("page.madeBy", PageTexts.minute(madeAt)),
                tiles(),
                new FindingGroups(texts, views).of(findings.open()),
                findings.accepted().stream().map(views::finding).toList(),
                report.images().stream().map(views::image).toList(),
                report.owners().stream().flatMap(this::drift).toList(),
                report.owners().stream().map(views::owner).toList());
    }

    private Stream<DriftView> drift(Owner owner) {
        return owner.drift() == null ? Stream.empty() : Stream.of(views.drift(owner, owner.drift()));
    }

    private List<Tile> tiles() {
        List<ReportedImage> images = report.images();
        int shares = images.stream().mapToInt(image -> image.shares().size()).sum();
        int recipients = (int) images.stream()
                .flatMap(image -> image.shares().stream())
                .map(share -> share.target().id())
                .distinct()
                .count();
        int open = findings.open().size();
        return List.of(
                new Tile(
                        open,
                        texts.get("page.findings") + " · " + texts.get("page.open"),
                        "findings",
                        open > 0 ? "bad" : "good"),
                new Tile(findings.accepted().size(), texts.get("page.accepted"), "accepted", ""),
                new Tile(images.size(), texts.get("page.images"), "images", ""),
                new Tile(recipients, texts.get("page.recipients"), "accounts", ""),
                new Tile(shares, texts.get("page.shares"), "matrix", ""));
    }

    /** The policy allows only the parts of the page itself, by their digests. */
    private static String policy(String style, String script) {
        return "default-src 'none'; script-src '" + digest(script) + "'; style-src '" + digest(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = ReportPage.class.getResourceAsStream(RESOURCES + name)) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.verify.Diagnosis;
import dev.shareimage.app.verify.LaunchCommand;
import dev.shareimage.app.verify.Verification;
import dev.shareimage.app.verify.VerifiedImage;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.check.Finding;
import dev.shareimage.domain.json.Json;
import java.util.List;
import java.util.Objects;

/** What {@code verify} found: like the result of {@code doctor}, with the side that has to repair each problem. */
public record VerifyResult(String command, Verification verification) implements Result {

    public static final List<String> COLUMNS = List.of("status", "check", "imageId", "repairedBy", "message", "fix");

    @Override
    public JsonNode document() {
        ObjectNode document = Documents.start(command, verification.status().label());
        document.put(
                "region",
                verification.region() == null ? null : verification.region().value());
        document.put(
                "account",
                verification.account() == null ? null : verification.account().value());
        ArrayNode checks = document.putArray("checks");
        verification.checks().forEach(check -> checks.add(check(check)));
        ArrayNode images = document.putArray("images");
        verification.images().forEach(image -> images.add(image(image)));
        document.putObject("calls")
                .put("made", verification.calls().made())
                .put("retried", verification.calls().retried());
        if (verification.failure() != null) {
            document.set("error", Problem.of(verification.failure()).document());
        }
        return document;
    }

    private static ObjectNode check(Diagnosis check) {
        Finding finding = check.finding();
        ObjectNode node = ReportResult.check(finding);
        node.put("repairedBy", check.repairs() == null ? null : check.repairs().label());
        node.put("region", check.region() == null ? null : check.region().value());
        node.put("imageId", check.image() == null ? null : check.image().value());
        return node;
    }

    private static ObjectNode image(VerifiedImage image) {
        ObjectNode node = Json.object();
        node.put("region", image.region().value());
        node.put("imageId", image.id().value());
        node.put("imageName", image.name());
        node.put("owner", image.owner() == null ? null : image.owner().value());
        node.put("encrypted", image.encrypted());
        node.put("verdict", image.outcome().label());
        LaunchCommand launch = image.launch();
        if (launch == null) {
            node.putNull("launch");
        } else {
            node.putObject("launch").put("aliyun", launch.aliyun()).put("terraform", launch.terraform());
        }
        return node;
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        for (Diagnosis check : verification.checks()) {
            Finding finding = check.finding();
            table.row(
                    finding.status().label(),
                    finding.id().label(),
                    check.image() == null ? "" : check.image().value(),
                    check.repairs() == null ? "" : check.repairs().label(),
                    finding.message(),
                    Objects.toString(finding.fix(), ""));
        }
        return table.build();
    }

    @Override
    public List<Line> lines(Messages words) {
        return FindingLines.all(findings(), words);
    }

    @Override
    public List<Line> briefLines(Messages words) {
        return FindingLines.brief(findings(), words);
    }

    private List<Finding> findings() {
        return verification.checks().stream().map(Diagnosis::finding).toList();
    }
}

package dev.shareimage.app.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.ReportFinding.Acceptance;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.trust.TrustProblem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON, complete enough to be read again. */
public final class ReportDocument {

    private ReportDocument() {}

    /** Adds the report to a document that already has the common members. */
    public static void fill(ObjectNode document, AccessReport report, Findings findings, List<AcceptedRisk> accepted) {
        List<RegionId> regions = report.owners().stream()
                .flatMap(owner -> owner.regions().stream())
                .map(AccessReport.RegionRead::region)
                .distinct()
                .toList();
        List<Owner> owners = report.owners();
        document.put("region", regions.size() == 1 ? regions.get(0).value() : null);
        document.put("account", owners.size() == 1 ? owners.get(0).account().value() : null);
        ArrayNode found = document.putArray("findings");
        findings.all().forEach(finding -> found.add(finding(finding)));
        ArrayNode images = document.putArray("images");
        report.images().forEach(image -> images.add(image(image)));
        ArrayNode accounts = document.putArray("accounts");
        owners.forEach(owner -> accounts.add(owner(owner)));
        ArrayNode exceptions = document.putArray("exceptions");
        accepted.forEach(risk -> exceptions.add(exception(risk)));
    }

    private static ObjectNode finding(ReportFinding finding) {
        ObjectNode document = Json.object()
                .put("id", finding.id())
                .put("status", finding.level().label())
                .put("account", finding.owner().value())
                .put("target", finding.target())
                .put("keyId", finding.key())
                .put("message", finding.message())
                .put("fix", finding.fix());
        document.set(
                "images",
                strings(finding.images().stream().map(ReportedImage::text).toList()));
        Acceptance accepted = finding.accepted();
        if (accepted == null) {
            document.putNull("accepted");
        } else {
            document.putObject("accepted")
                    .put("reason", accepted.reason())
                    .put("until", accepted.until().toString())
                    .put("expired", accepted.expired());
        }
        return document;
    }

    private static ObjectNode image(ReportedImage image) {
        ObjectNode document = Json.object()
                .put("account", image.owner().value())
                .put("region", image.region().value())
                .put("imageId", image.id().value())
                .put("imageName", image.name())
                .put("encrypted", image.encrypted());
        document.set("keyIds", strings(image.keys()));
        ArrayNode shares = document.putArray("shares");
        for (AccessReport.ReportedShare share : image.shares()) {
            shares.add(target(share.target())
                    .put("sharedAt", text(share.sharedAt()))
                    .put("trusted", share.trust().trusted())
                    .put("reason", share.trust().label())
                    .put("until", text(share.until()))
                    .put("resourceShareId", share.resourceShareId()));
        }
        return document;
    }

    private static ObjectNode target(ShareTarget target) {
        ObjectNode document = Json.object().put("type", target.type()).put("id", target.id());
        if (target instanceof ShareTarget.Folder folder && folder.knownPath().isPresent()) {
            document.put("path", folder.knownPath().get().value());
        }
        return document;
    }

    private static ObjectNode owner(Owner owner) {
        ObjectNode document =
                Json.object().put("account", owner.account().value()).put("readBy", owner.readBy());
        document.set("commands", commands(owner.commands()));
        ArrayNode regions = document.putArray("regions");
        owner.regions()
                .forEach(read -> regions.addObject()
                        .put("region", read.region().value())
                        .put("readAt", read.readAt().toString())
                        .put("complete", read.complete()));
        document.set("role", role(owner.role()));
        document.put(
                "directory",
                owner.directory() == null ? null : owner.directory().value());
        document.set("outside", strings(owner.outside()));
        ArrayNode groups = document.putArray("groups");
        owner.groups().forEach(group -> {
            ObjectNode entry = target(group.target());
            entry.set("members", group.members() == null ? null : strings(group.members()));
            groups.add(entry);
        });
        ArrayNode keys = document.putArray("keys");
        owner.keys()
                .forEach(key -> keys.addObject()
                        .put("region", key.region().value())
                        .put("keyId", key.id().value())
                        .put("state", key.state())
                        .put("deleteDate", text(key.deleteAt()))
                        .put("materialExpireTime", text(key.expiresAt())));
        document.set("trustedButNotShared", strings(owner.trustedOnly()));
        document.set("drift", drift(owner.drift()));
        document.set("notes", strings(owner.notes()));
        return document;
    }

    private static ObjectNode commands(PastedCommands commands) {
        ObjectNode document = Json.object()
                .put("profile", commands.profile().orElse(null))
                .put("region", commands.region().map(RegionId::value).orElse(null))
                .put("sandbox", commands.sandbox().orElse(null));
        document.set("endpoints", strings(commands.endpoints()));
        return document;
    }

    private static ObjectNode role(AccessReport.RoleFacts role) {
        ObjectNode document = Json.object()
                .put("present", role.present())
                .put("hasPolicy", role.hasPolicy())
                .put("unreadable", role.unreadable());
        ArrayNode problems = document.putArray("problems");
        role.problems()
                .forEach(problem -> problems.addObject()
                        .put("kind", label(problem.kind()))
                        .put("statement", problem.statement())
                        .put("detail", problem.detail()));
        return document;
    }

    static String label(TrustProblem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable ObjectNode drift(@Nullable Drift drift) {
        if (drift == null) {
            return null;
        }
        ObjectNode document = Json.object().put("manifest", drift.manifest());
        ArrayNode images = document.putArray("images");
        for (AccessReport.DriftedImage image : drift.images()) {
            ObjectNode entry = Json.object()
                    .put("region", image.region().value())
                    .put("imageId", image.id() == null ? null : image.id().value());
            if (image.source() != null) {
                entry.put("source", image.source().toString());
            }
            entry.set("extra", strings(image.extra()));
            entry.set("missing", strings(image.missing()));
            images.add(entry);
        }
        return document;
    }

    private static ObjectNode exception(AcceptedRisk risk) {
        return Json.object()
                .put("finding", risk.finding())
                .put("account", risk.owner())
                .put("image", risk.image())
                .put("target", risk.target())
                .put("key", risk.key())
                .put("reason", risk.reason())
                .put("until", risk.until().toString());
    }

    private static ArrayNode strings(Collection<?> values) {
        ArrayNode array = Json.array();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}

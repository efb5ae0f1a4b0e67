package dev.shareimage.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.app.PastedCommands;
import dev.shareimage.app.report.AccessReport.Drift;
import dev.shareimage.app.report.AccessReport.DriftedImage;
import dev.shareimage.app.report.AccessReport.Group;
import dev.shareimage.app.report.AccessReport.KeyFacts;
import dev.shareimage.app.report.AccessReport.Owner;
import dev.shareimage.app.report.AccessReport.RegionRead;
import dev.shareimage.app.report.AccessReport.ReportedImage;
import dev.shareimage.app.report.AccessReport.ReportedShare;
import dev.shareimage.app.report.AccessReport.RoleFacts;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.KeyId;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.domain.trust.TrustProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a report that was saved as JSON. Any deviation from the saved form is an error. */
public final class ReportDocumentReader {

    /** Maximum number of characters: enough for 1,000 images with 200 accounts each. */
    public static final int MAX_CHARACTERS = 96 << 20;

    private static final int MAX_TOKENS = 8_000_000;

    private ReportDocumentReader() {}

    /** The content of a document. */
    public record Document(AccessReport report, List<AcceptedRisk> accepted) {
        public Document {
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * Reads the document.
     *
     * @param name the name of the file, for error messages
     * @throws InvalidValueException if it is not a report
     */
    public static Document read(String name, String text) {
        JsonNode tree;
        try {
            tree = Json.parse(text, MAX_TOKENS);
        } catch (JsonException e) {
            throw new InvalidValueException(name + ": not JSON: " + e.getMessage());
        }
        Fields document = new Fields(name, tree);
        if (!"report".equals(document.textOrNull("command")) || document.number("schemaVersion") != 1) {
            throw new InvalidValueException(
                    name + " is not a report of this program; make one with share-image report");
        }
        Map<String, List<ReportedImage>> images = new HashMap<>();
        document.objects("images", ReportDocumentReader::image)
                .forEach(image -> images.computeIfAbsent(image.owner().value(), any -> new ArrayList<>())
                        .add(image));
        List<Owner> owners = document.objects(
                "accounts", account -> owner(account, images.getOrDefault(account.text("account"), List.of())));
        return new Document(new AccessReport(owners), document.objects("exceptions", ReportDocumentReader::exception));
    }

    private static ReportedImage image(Fields image) {
        return new ReportedImage(
                image.value("account", AccountId::new),
                image.value("region", RegionId::new),
                image.value("imageId", ImageId::new),
                image.text("imageName"),
                image.flagOrNull("encrypted"),
                image.values("keyIds", KeyId::new),
                image.objects("shares", ReportDocumentReader::share));
    }

    private static ReportedShare share(Fields share) {
        return new ReportedShare(
                target(share),
                share.valueOrNull("sharedAt", Instant::parse),
                TrustState.labeled(share.text("reason")).orElseThrow(() -> share.wrong("reason", "a known reason")),
                share.valueOrNull("until", Instant::parse),
                share.textOrNull("resourceShareId"));
    }

    private static ShareTarget target(Fields target) {
        FolderPath path = target.valueOrNull("path", FolderPath::new);
        return path == null ? target.value("id", ShareTarget::ofId) : new ShareTarget.Folder(path);
    }

    private static Owner owner(Fields owner, List<ReportedImage> images) {
        return new Owner(
                owner.value("account", AccountId::new),
                owner.text("readBy"),
                commands(owner.object("commands")),
                owner.objects(
                        "regions",
                        read -> new RegionRead(
                                read.value("region", RegionId::new),
                                read.value("readAt", Instant::parse),
                                Boolean.TRUE.equals(read.flagOrNull("complete")))),
                role(owner.object("role")),
                owner.valueOrNull("directory", DirectoryId::new),
                owner.values("outside", AccountId::new),
                owner.objects(
                        "groups",
                        group -> new Group(
                                target(group),
                                group.isNull("members") ? null : group.values("members", AccountId::new))),
                owner.objects(
                        "keys",
                        key -> new KeyFacts(
                                key.value("region", RegionId::new),
                                key.value("keyId", KeyId::new),
                                key.textOrNull("state"),
                                key.valueOrNull("deleteDate", Instant::parse),
                                key.valueOrNull("materialExpireTime", Instant::parse))),
                images,
                owner.values("trustedButNotShared", text -> text),
                owner.isNull("drift") ? null : drift(owner.object("drift")),
                owner.values("notes", text -> text));
    }

    private static PastedCommands commands(Fields commands) {
        return new PastedCommands(
                Optional.ofNullable(commands.textOrNull("profile")),
                Optional.ofNullable(commands.valueOrNull("region", RegionId::new)),
                commands.values("endpoints", text -> text),
                Optional.ofNullable(commands.textOrNull("sandbox")));
    }

    private static RoleFacts role(Fields role) {
        return new RoleFacts(
                role.flagOrNull("present"),
                role.flagOrNull("hasPolicy"),
                role.objects("problems", ReportDocumentReader::problem),
                role.textOrNull("unreadable"));
    }

    private static TrustProblem problem(Fields problem) {
        String kind = problem.text("kind");
        return new TrustProblem(
                Arrays.stream(TrustProblem.Kind.values())
                        .filter(known -> ReportDocument.label(known).equals(kind))
                        .findFirst()
                        .orElseThrow(() -> problem.wrong("kind", "a known problem")),
                problem.number("statement"),
                problem.text("detail"));
    }

    private static @Nullable Drift drift(Fields drift) {
        return new Drift(
                drift.text("manifest"),
                drift.objects(
                        "images",
                        image -> new DriftedImage(
                                image.value("region", RegionId::new),
                                image.isNull("imageId") ? null : image.value("imageId", ImageId::new),
                                image.values("extra", text -> text),
                                image.values("missing", text -> text),
                                image.textOrNull("source") == null ? null : image.value("source", ImageRef::parse))));
    }

    private static AcceptedRisk exception(Fields risk) {
        return new AcceptedRisk(
                risk.text("finding"),
                risk.textOrNull("account"),
                risk.textOrNull("image"),
                risk.textOrNull("target"),
                risk.textOrNull("key"),
                risk.text("reason"),
                risk.value("until", LocalDate::parse));
    }
}

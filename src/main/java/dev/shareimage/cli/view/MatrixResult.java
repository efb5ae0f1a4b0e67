package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Failure;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.ImageId;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The recipients and whether they can use the images.
 *
 * @param notes the directories and folders whose accounts are not known
 * @param unread the regions that could not be read, or null
 */
public record MatrixResult(
        String command,
        List<RegionId> regions,
        List<Row> rows,
        List<String> notes,
        @Nullable Failure unread) implements Result {

    public static final List<String> COLUMNS =
            List.of("account", "region", "imageId", "verdict", "repairedBy", "reason", "code", "fix");

    /** The columns on a terminal. The fixes are shown below the table. */
    private static final List<String> BRIEF = COLUMNS.subList(0, COLUMNS.size() - 1);

    public MatrixResult {
        regions = List.copyOf(regions);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * One image at one account.
     *
     * @param verdict {@code ready}, {@code unproven}, {@code blocked} or {@code could-not-look}
     * @param repairedBy the side that repairs it; null if nobody must, or if that is not known
     * @param reason what prevents a launch, or what could not be read
     * @param code the reason for programs, in every language the same: a check, a code of the cloud, or several of
     *     them
     * @param fix what that side must do, with the command; null if there is nothing to repair
     * @param failures everything that failed; the other members describe the first of them
     * @param failure why the account could not be checked, or null
     */
    public record Row(
            AccountId account,
            RegionId region,
            ImageId image,
            String verdict,
            @Nullable String repairedBy,
            String reason,
            String code,
            @Nullable String fix,
            List<Failed> failures,
            @Nullable Kind failure) {

        public Row {
            failures = List.copyOf(failures);
        }

        /** What is to be repaired. */
        List<Failed> repairs() {
            return failures.isEmpty() ? List.of(new Failed(code, reason, repairedBy, fix)) : failures;
        }
    }

    /**
     * A check that failed, or something else that is to be repaired.
     *
     * @param side the side that repairs it; null if that is not known
     */
    public record Failed(
            String code,
            String reason,
            @Nullable String side,
            @Nullable String fix) {}

    /** Whether an image is blocked at an account. */
    public boolean blocked() {
        return rows.stream().anyMatch(row -> row.verdict().equals("blocked"));
    }

    /** The number of rows with this verdict. */
    long count(String verdict) {
        return rows.stream().filter(row -> row.verdict().equals(verdict)).count();
    }

    @Override
    public JsonNode document() {
        boolean open = unread != null || rows.stream().anyMatch(row -> row.failure() != null);
        ObjectNode document = Documents.start(command, blocked() ? "failed" : open ? "partial" : "succeeded");
        document.put("region", regions.size() == 1 ? regions.get(0).value() : null);
        ArrayNode recipients = document.putArray("recipients");
        rows.forEach(row -> write(row, recipients.addObject()));
        if (!notes.isEmpty()) {
            document.set("notes", Documents.strings(notes));
        }
        if (unread != null) {
            document.set("error", Problem.of(unread).document());
        }
        return document;
    }

    private static void write(Row row, ObjectNode recipient) {
        recipient
                .put("account", row.account().value())
                .put("region", row.region().value())
                .put("imageId", row.image().value())
                .put("verdict", row.verdict())
                .put("repairedBy", row.repairedBy())
                .put("reason", row.reason())
                .put("code", row.code())
                .put("fix", row.fix());
        ArrayNode failures = recipient.putArray("failures");
        row.failures()
                .forEach(failed -> failures.addObject()
                        .put("code", failed.code())
                        .put("reason", failed.reason())
                        .put("repairedBy", failed.side())
                        .put("fix", failed.fix()));
    }

    @Override
    public Table table() {
        Table.Builder table = Table.of(COLUMNS);
        rows.forEach(row -> table.row(
                row.account().value(),
                row.region().value(),
                row.image().value(),
                row.verdict(),
                Objects.toString(row.repairedBy(), ""),
                row.reason(),
                row.code(),
                Objects.toString(row.fix(), "")));
        return table.build();
    }

    @Override
    public Table brief(Messages words) {
        return table().select(BRIEF);
    }
}

package dev.shareimage.cli.view.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values for the template, with the template's names. Values from the cloud are already cleaned, and the template
 * escapes them.
 */
record PageModel(
        String lang,
        Map<String, String> t,
        String policy,
        String style,
        String script,
        String data,
        String accounts,
        String regions,
        List<String> regionList,
        String madeAt,
        String madeAtText,
        String madeBy,
        List<Tile> tiles,
        List<FindingGroup> open,
        List<FindingView> accepted,
        List<ImageView> images,
        List<DriftView> drifts,
        List<OwnerView> owners) {

    boolean hasAccepted() {
        return !accepted.isEmpty();
    }

    boolean hasDrift() {
        return !drifts.isEmpty();
    }

    /** A number at the top. */
    record Tile(int number, String label, String anchor, String mood) {}

    /** A link to an image further down. */
    record ImageLink(String anchor, String text) {}

    /**
     * Findings of a kind.
     *
     * @param single whether each finding is listed, because they are few
     * @param named the targets of the findings
     * @param fix the fix for all of them, or null
     * @param each the heading of their list
     */
    record FindingGroup(
            boolean single,
            int count,
            String level,
            String levelText,
            String kind,
            String named,
            @Nullable String fix,
            String each,
            List<FindingView> findings) {}

    /** A finding. */
    record FindingView(
            String level,
            String levelText,
            String kind,
            String message,
            @Nullable String fix,
            List<ImageLink> images,
            @Nullable String more,
            boolean wasAccepted,
            String reason,
            String until) {
        boolean hasImages() {
            return !images.isEmpty();
        }
    }

    /** An image. The numbers are null if they are not known. */
    record ImageView(
            int index,
            String anchor,
            String id,
            String name,
            String region,
            String encryption,
            @Nullable Integer good,
            @Nullable Integer bad,
            @Nullable Integer unknown,
            @Nullable Integer plain,
            List<Holders> groups) {}

    /** The holders of an image with one state. */
    record Holders(String label, String ids) {}

    /** The differences from a manifest. */
    record DriftView(String heading, List<DriftRow> rows) {
        boolean hasRows() {
            return !rows.isEmpty();
        }
    }

    /** The differences of an image. */
    record DriftRow(String image, String extra, String missing) {}

    /** The reads of an account's images. */
    record OwnerView(
            String account,
            String readBy,
            String role,
            @Nullable String trustedOnly,
            List<ReadView> reads,
            List<GroupView> groups,
            List<String> notes) {
        boolean hasNotes() {
            return !notes.isEmpty();
        }
    }

    /** A region that was read. */
    record ReadView(String region, String at, String atText, int count, String extent) {}

    /** A directory or folder and its accounts. */
    record GroupView(String typeText, String id, String members) {}
}

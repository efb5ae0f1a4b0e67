package dev.shareimage.cli.view.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template fills in: its names are the template's. Values from the cloud are cleaned already, and the template
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
     * @param single whether they are few, so that each is listed
     * @param named whom they are about
     * @param fix what repairs all of them, or null
     * @param each the heading of the list of them
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

    /** An image; the numbers are null where there is nothing to count. */
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

    /** Who has an image, of one state. */
    record Holders(String label, String ids) {}

    /** What differs from a manifest. */
    record DriftView(String heading, List<DriftRow> rows) {
        boolean hasRows() {
            return !rows.isEmpty();
        }
    }

    /** What differs of an image. */
    record DriftRow(String image, String extra, String missing) {}

    /** How the images of an account were read. */
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

    /** A directory or folder and who is in it. */
    record GroupView(String typeText, String id, String members) {}
}

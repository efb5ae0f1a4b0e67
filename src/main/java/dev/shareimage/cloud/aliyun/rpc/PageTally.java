package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one read of a numbered list. It knows where the list ends, and whether it changed in between.
 *
 * <p>{@code TotalCount} alone does not end a list, because it may be absent or too low. So another page is read after
 * every full one, and without a total after every page: the cloud may return fewer items than were asked for.
 */
public final class PageTally {

    private final ListShape shape;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<Optional<Integer>> totals = new HashSet<>();
    private Optional<Integer> total = Optional.empty();
    private int pages;
    private int lastSize;

    public PageTally(ListShape shape) {
        this.shape = shape;
    }

    /** Adds a page, and returns the items that no earlier page had. */
    public List<ApiResponse> add(ApiResponse page) throws CloudException {
        List<ApiResponse> all = page.list(shape.name(), shape.item());
        Optional<Integer> before = total;
        total = page.count("TotalCount");
        if (all.isEmpty() && total.isEmpty() && pages == 0) {
            throw page.malformed("TotalCount", "is missing beside an empty list");
        }
        List<ApiResponse> fresh = new ArrayList<>();
        for (ApiResponse item : all) {
            if (ids.add(item.text(shape.id()))) {
                fresh.add(item);
            }
        }
        pages++;
        if (pages > 1 && !all.isEmpty() && fresh.isEmpty() && before.equals(total)) {
            throw page.malformed(shape.name(), "repeats page " + pages);
        }
        totals.add(total);
        lastSize = all.size();
        return fresh;
    }

    /** The total in the last page. */
    public int total() {
        return total.orElse(ids.size());
    }

    /** Whether the last page was the end of the list. */
    public boolean ended() {
        return lastSize == 0 || (total.isPresent() && lastSize < PagedReader.PAGE_SIZE && ids.size() >= total());
    }

    /** Whether the list did not change, because the total matches what was read. A list of one page never changes. */
    public boolean steady() {
        boolean fits = total.isPresent() && ids.size() == total.get();
        return totals.size() == 1 && (fits || (pages == 1 && ids.size() >= total()));
    }

    /** Whether it has the same items as another read. Two equal reads prove as much as a total. */
    public boolean sameAs(@Nullable PageTally other) {
        return other != null && !isShort() && ids.equals(other.ids);
    }

    /** Whether the list did not change but has fewer items than its total. */
    public boolean isShort() {
        return totals.size() == 1 && ids.size() < total();
    }

    /** The failure for a list that always has too few items. */
    public CloudException tooShort(ApiResponse page) {
        return page.malformed(shape.name(), "holds " + ids.size() + " of " + total());
    }

    /**
     * The place of the items of a list.
     *
     * @param item the member that wraps the items, for products that wrap them
     * @param id the member that identifies an item
     */
    public record ListShape(String name, String item, String id) {}
}

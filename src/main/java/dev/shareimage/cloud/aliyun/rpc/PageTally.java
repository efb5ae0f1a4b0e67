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
 * One reading of a list whose pages have numbers. It knows when the list ends and whether it held still meanwhile.
 *
 * <p>{@code TotalCount} alone ends nothing: it may be absent or too low, so that a full page is always read on.
 */
public final class PageTally {

    private final ListShape shape;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<Optional<Integer>> totals = new HashSet<>();
    private Optional<Integer> total = Optional.empty();
    private int items;
    private int pages;
    private int lastSize;

    public PageTally(ListShape shape) {
        this.shape = shape;
    }

    /** Takes a page, and gives back its items that no page before had. */
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
        items += all.size();
        if (pages > 1 && !all.isEmpty() && fresh.isEmpty() && before.equals(total)) {
            throw page.malformed(shape.name(), "does not go on at page " + pages);
        }
        totals.add(total);
        lastSize = all.size();
        return fresh;
    }

    /** How many the page taken last says that there are. */
    public int total() {
        return total.orElse(items);
    }

    /** Whether nothing comes behind the page taken last. */
    public boolean ended() {
        return lastSize == 0 || (lastSize < PagedReader.SIZE && items >= total());
    }

    /** Whether the list held still, as far as a total that fits what was read shows; one page always does. */
    public boolean steady() {
        boolean fits = total.isPresent() && ids.size() == total.get();
        return totals.size() == 1 && (fits || (pages == 1 && ids.size() >= total()));
    }

    /** Whether it holds the same as another reading; two that agree prove as much as a total. */
    public boolean sameAs(@Nullable PageTally other) {
        return other != null && !isShort() && ids.equals(other.ids);
    }

    /** Whether it held still and holds less than it says. */
    public boolean isShort() {
        return totals.size() == 1 && ids.size() < total();
    }

    /** What is wrong with a list that stays too short. */
    public CloudException tooShort(ApiResponse page) {
        return page.malformed(shape.name(), "holds " + ids.size() + " of " + total());
    }

    /**
     * Where the items of a list stand.
     *
     * @param item the member that wraps the items, for products that wrap them
     * @param id the member that tells an item from the others
     */
    public record ListShape(String name, String item, String id) {}
}

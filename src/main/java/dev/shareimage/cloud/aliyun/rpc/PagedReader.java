package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.rpc.PageTally.ListShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lists to their last page, whatever paging the product uses. It never reads forever. */
public final class PagedReader {

    /** The maximum page size of the products. */
    public static final int PAGE_SIZE = 100;

    /** How often a list that changes is read. */
    public static final int MAX_READINGS = 3;

    private static final int MAX_PAGES = 10_000;

    private PagedReader() {}

    /** Reads the page with that number; the first is 1. */
    public interface Numbered {
        ApiResponse read(int number) throws CloudException;
    }

    /** Reads the page for the token; null for the first. */
    public interface Tokened {
        ApiResponse read(@Nullable String token) throws CloudException;
    }

    /** Takes the items of a page. */
    public interface Sink {
        void accept(List<ApiResponse> items) throws CloudException;
    }

    /**
     * Reads all numbered pages, each item once. If a list changes in between, an item may be missed, so the list is
     * read again. If it never stops changing, the result is everything that was seen.
     */
    public static void numbered(Numbered source, ListShape shape, Sink sink) throws CloudException {
        Set<String> seen = new HashSet<>();
        Sink fresh = items -> {
            List<ApiResponse> unseen = new ArrayList<>();
            for (ApiResponse item : items) {
                if (seen.add(item.text(shape.id()))) {
                    unseen.add(item);
                }
            }
            sink.accept(unseen);
        };
        @Nullable PageTally before = null;
        for (int reading = 1; reading <= MAX_READINGS; reading++) {
            PageTally now = new PageTally(shape);
            ApiResponse last = readOn(source, now, 1, fresh);
            if (now.steady() || now.sameAs(before)) {
                return;
            }
            if (reading == MAX_READINGS && now.isShort()) {
                throw now.tooShort(last);
            }
            before = now;
        }
    }

    /** Reads from the page with that number to the last one, and returns the last one. */
    public static ApiResponse readOn(Numbered source, PageTally tally, int from, Sink sink) throws CloudException {
        for (int number = from; ; number++) {
            ApiResponse page = source.read(number);
            sink.accept(tally.add(page));
            if (tally.ended()) {
                return page;
            }
            if (number >= MAX_PAGES) {
                throw page.malformed("TotalCount", "has too many pages");
            }
        }
    }

    /** Reads pages by token until there is no next token. */
    static void tokened(Tokened source, String name, String item, Sink sink) throws CloudException {
        Set<String> tokens = new HashSet<>();
        @Nullable String token = null;
        do {
            ApiResponse page = source.read(token);
            sink.accept(page.list(name, item));
            token = page.textIfAny("NextToken").orElse(null);
            if (token != null && (!tokens.add(token) || tokens.size() > MAX_PAGES)) {
                throw page.malformed("NextToken", "has no following page");
            }
        } while (token != null);
    }

    /** All items of all pages, by token. */
    public static List<ApiResponse> allTokened(Tokened source, String name, String item) throws CloudException {
        List<ApiResponse> all = new ArrayList<>();
        tokened(source, name, item, all::addAll);
        return all;
    }

    /** All items of all pages, by number. */
    public static List<ApiResponse> allNumbered(Numbered source, ListShape shape) throws CloudException {
        List<ApiResponse> all = new ArrayList<>();
        numbered(source, shape, all::addAll);
        return all;
    }
}

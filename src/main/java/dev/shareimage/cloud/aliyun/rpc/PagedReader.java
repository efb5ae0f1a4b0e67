package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.aliyun.rpc.PageTally.ListShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lists to their last page, however the product numbers its pages, and never without end. */
public final class PagedReader {

    /** The most that the products give in one page. */
    public static final int SIZE = 100;

    /** How often a list that changes is read. */
    public static final int MAX_READINGS = 3;

    private static final int MAX_PAGES = 10_000;

    private PagedReader() {}

    /** Reads the page of that number, 1 for the first. */
    public interface Numbered {
        ApiResponse read(int number) throws CloudException;
    }

    /** Reads the page that the token stands for, null for the first. */
    public interface Tokened {
        ApiResponse read(@Nullable String token) throws CloudException;
    }

    /** Takes what a page holds. */
    public interface Sink {
        void accept(List<ApiResponse> items) throws CloudException;
    }

    /**
     * Reads pages by number to the last, each item once. A list that changes meanwhile may hide an item between two pages,
     * so that it is read again; if it never holds still, all that was seen counts.
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

    /** Reads from the page of that number to the last one, and gives that back. */
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

    /** Reads pages by token until there is none for a next page. */
    static void tokened(Tokened source, String name, String item, Sink sink) throws CloudException {
        Set<String> tokens = new HashSet<>();
        @Nullable String token = null;
        do {
            ApiResponse page = source.read(token);
            sink.accept(page.list(name, item));
            token = page.textIfAny("NextToken").orElse(null);
            if (token != null && (!tokens.add(token) || tokens.size() > MAX_PAGES)) {
                throw page.malformed("NextToken", "leads nowhere");
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

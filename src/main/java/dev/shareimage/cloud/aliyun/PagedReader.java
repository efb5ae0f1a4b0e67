package dev.shareimage.cloud.aliyun;

import dev.shareimage.cloud.CloudException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads lists to their last page, however the product numbers its pages, and never without end. */
final class PagedReader {

    /** The most that the products give in one page. */
    static final int SIZE = 100;

    private static final int MOST = 10_000;

    private PagedReader() {}

    /** Reads the page of that number, 1 for the first. */
    interface Numbered {
        ApiResponse read(int number) throws CloudException;
    }

    /** Reads the page that the token stands for, null for the first. */
    interface Tokened {
        ApiResponse read(@Nullable String token) throws CloudException;
    }

    /** Takes what a page holds. */
    interface Sink {
        void accept(List<ApiResponse> items) throws CloudException;
    }

    /** Reads pages by number until {@code TotalCount} are read, or without it until one is not full. */
    static void numbered(Numbered source, String name, String item, Sink sink) throws CloudException {
        int seen = 0;
        List<ApiResponse> before = List.of();
        for (int number = 1; number <= MOST; number++) {
            ApiResponse page = source.read(number);
            List<ApiResponse> items = page.list(name, item);
            int total = page.count("TotalCount").orElse(items.size() < SIZE ? seen + items.size() : Integer.MAX_VALUE);
            boolean stuck = items.isEmpty() ? seen < total && total != Integer.MAX_VALUE : same(items, before);
            if (stuck) {
                throw page.malformed(name, "does not go on at page " + number + ", with " + seen + " of " + total);
            }
            sink.accept(items);
            seen += items.size();
            if (items.isEmpty() || seen >= total) {
                return;
            }
            before = items;
        }
        throw source.read(1).malformed(name, "has too many pages");
    }

    /** Reads pages by token until there is none for a next page. */
    static void tokened(Tokened source, String name, String item, Sink sink) throws CloudException {
        Set<String> tokens = new HashSet<>();
        @Nullable String token = null;
        do {
            ApiResponse page = source.read(token);
            sink.accept(page.list(name, item));
            token = page.textIfAny("NextToken").orElse(null);
            if (token != null && (!tokens.add(token) || tokens.size() > MOST)) {
                throw page.malformed("NextToken", "leads nowhere");
            }
        } while (token != null);
    }

    /** All items of all pages, by token. */
    static List<ApiResponse> allTokened(Tokened source, String name, String item) throws CloudException {
        List<ApiResponse> all = new ArrayList<>();
        tokened(source, name, item, all::addAll);
        return all;
    }

    /** All items of all pages, by number. */
    static List<ApiResponse> allNumbered(Numbered source, String name, String item) throws CloudException {
        List<ApiResponse> all = new ArrayList<>();
        numbered(source, name, item, all::addAll);
        return all;
    }

    private static boolean same(List<ApiResponse> one, List<ApiResponse> other) {
        return one.stream()
                .map(ApiResponse::node)
                .toList()
                .equals(other.stream().map(ApiResponse::node).toList());
    }
}

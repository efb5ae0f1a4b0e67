package dev.shareimage.sandbox.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.CallLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The latest calls, oldest first. Every call is also passed on as a line of JSON. */
public final class RequestLog implements CallLog {

    private static final int MAX_ENTRIES = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Consumer<String> lines;

    /**
     * @param lines takes each entry as JSON without a line break; called by one thread at a time
     */
    public RequestLog(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void add(Entry entry) {
        if (entries.size() == MAX_ENTRIES) {
            entries.removeFirst();
        }
        entries.addLast(entry);
        lines.accept(line(entry));
    }

    /** The calls since the start or the last {@link #clear}, at most the latest 10,000. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** JSON, with one call in each line. */
    String text() {
        return entries().stream().map(entry -> line(entry) + "\n").collect(Collectors.joining());
    }

    private static String line(Entry entry) {
        return json(entry).toString();
    }

    static ObjectNode json(Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("start", entry.start().toString())
                .put("end", entry.end().toString())
                .put("product", entry.product())
                .put("action", entry.action())
                .put("caller", entry.caller())
                .put("status", entry.status())
                .put("code", entry.code())
                .put("requestId", entry.requestId());
    }
}

package dev.shareimage.sandbox.world;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All entities of one type, by key and in the order of their keys.
 *
 * <p>Each entity is parsed only when it is used, because a run of the program uses few of them.
 */
public final class Table<T extends Entity> {

    private final Class<T> type;
    private final RecordJson json;
    private final Journal journal;
    private final NavigableMap<String, Cell<T>> cells = new TreeMap<>();

    Table(Class<T> type, RecordJson json, Journal journal) {
        this.type = type;
        this.json = json;
        this.journal = journal;
    }

    /** The entity with this key, whose parts are joined by {@code /}. */
    public Optional<T> find(String... keyParts) {
        return Optional.ofNullable(cells.get(String.join("/", keyParts))).map(this::value);
    }

    /** All entities, in the order of their keys. */
    public Stream<T> stream() {
        return cells.values().stream().map(this::value);
    }

    /** The entities whose key begins with this part, such as the images of a region. */
    public Stream<T> under(String keyPart) {
        // '0' is the character after '/'
        return cells.subMap(keyPart + "/", keyPart + "0").values().stream().map(this::value);
    }

    /** Adds an entity, or replaces the one with its key. */
    public void put(T entity) {
        replace(entity.key(), new Cell<>(null, entity));
    }

    public void remove(T entity) {
        remove(entity.key());
    }

    void remove(String key) {
        replace(key, null);
    }

    void load(String key, String text) {
        cells.put(key, new Cell<>(text, null));
    }

    void forEachText(BiConsumer<String, String> consumer) {
        cells.forEach((key, cell) -> consumer.accept(key, text(cell)));
    }

    private void replace(String key, @Nullable Cell<T> cell) {
        Cell<T> former = set(key, cell);
        journal.record(new Change(() -> set(key, former), () -> set(key, cell)));
    }

    private @Nullable Cell<T> set(String key, @Nullable Cell<T> cell) {
        return cell == null ? cells.remove(key) : cells.put(key, cell);
    }

    private T value(Cell<T> cell) {
        T value = cell.value;
        if (value == null) {
            value = json.read(cell.text == null ? "{}" : cell.text, type);
            cell.value = value;
        }
        return value;
    }

    private String text(Cell<T> cell) {
        String text = cell.text;
        if (text == null) {
            text = json.write(value(cell));
            cell.text = text;
        }
        return text;
    }

    /** An entity as text, as object, or both. */
    private static final class Cell<T> {
        @Nullable
        String text;

        @Nullable
        T value;

        Cell(@Nullable String text, @Nullable T value) {
            this.text = text;
            this.value = value;
        }
    }
}

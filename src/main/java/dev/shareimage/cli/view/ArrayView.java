package dev.shareimage.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * A JSON array whose elements are made each time they are read, so that long lists need not fit into memory as JSON.
 */
final class ArrayView extends ArrayNode {

    private static final long serialVersionUID = 1L;

    private final transient List<JsonNode> elements;

    private ArrayView(List<JsonNode> elements) {
        super(JsonNodeFactory.instance, 0);
        this.elements = elements;
    }

    /** The items as JSON. */
    static <T> ArrayView of(List<T> items, Function<? super T, ? extends JsonNode> element) {
        return new ArrayView(new AbstractList<>() {
            @Override
            public JsonNode get(int index) {
                return element.apply(items.get(index));
            }

            @Override
            public int size() {
                return items.size();
            }
        });
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean isEmpty() {
        return elements.isEmpty();
    }

    @Override
    public JsonNode get(int index) {
        return index >= 0 && index < elements.size() ? elements.get(index) : super.get(index);
    }

    @Override
    public Iterator<JsonNode> elements() {
        return elements.iterator();
    }

    /** It is immutable. */
    @Override
    public ArrayNode deepCopy() {
        return this;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeStartArray(this, size());
        for (JsonNode element : this) {
            element.serialize(generator, provider);
        }
        generator.writeEndArray();
    }
}

package dev.shareimage.domain.json;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number that is written as it was read: {@code 1E400} and {@code 1E+400} are the same number. */
final class WrittenNumber extends DecimalNode {

    private static final long serialVersionUID = 1L;

    private final String text;

    WrittenNumber(BigDecimal value, String text) {
        super(value);
        this.text = text;
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}

package dev.shareimage.cli.view;

import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the fixes below a matrix, each once with the number of its accounts. */
final class MatrixRepairsView {

    private final Output output;
    private final Messages messages;

    MatrixRepairsView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /** The common values of the rows with the same fix. */
    private record Kind(String code, @Nullable String side) {}

    void show(List<Row> rows) {
        Map<Kind, List<Row>> kinds = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.fix() != null) {
                kinds.computeIfAbsent(new Kind(row.code(), row.repairedBy()), any -> new ArrayList<>())
                        .add(row);
            }
        }
        kinds.forEach(this::show);
    }

    private void show(Kind kind, List<Row> rows) {
        long accounts = rows.stream().map(Row::account).distinct().count();
        String who = Objects.requireNonNullElse(kind.side(), "either");
        output.say(Style.STRONG, messages.get("verify.repaired-by." + who, kind.code(), accounts));
        Set<String> fixes = new LinkedHashSet<>();
        rows.forEach(row -> fixes.add(Objects.requireNonNull(row.fix())));
        output.paste("  " + messages.get("fix", fixes.iterator().next()));
        if (fixes.size() > 1) {
            output.say("  " + messages.get("verify.more-repairs", fixes.size() - 1));
        }
    }
}

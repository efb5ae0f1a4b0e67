package dev.shareimage.cli.view;

import dev.shareimage.cli.view.MatrixResult.Failed;
import dev.shareimage.cli.view.MatrixResult.Row;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the fixes below a matrix, each once with the number of its accounts. */
final class MatrixRepairsView {

    private final Output output;
    private final Messages messages;

    /**
     * @param messages of whatever completion: the commands are complete, and some of them are not the owner's
     */
    MatrixRepairsView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages.completedBy(UnaryOperator.identity());
    }

    /** The common values of the rows with the same fix. */
    private record Kind(String code, @Nullable String side) {}

    /** A repair in an account. */
    private record Repair(AccountId account, String fix) {}

    void show(List<Row> rows) {
        Map<Kind, List<Repair>> kinds = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Failed failed : row.repairs()) {
                if (failed.fix() != null) {
                    kinds.computeIfAbsent(new Kind(failed.code(), failed.side()), any -> new ArrayList<>())
                            .add(new Repair(row.account(), failed.fix()));
                }
            }
        }
        kinds.forEach(this::show);
    }

    private void show(Kind kind, List<Repair> repairs) {
        List<AccountId> accounts =
                repairs.stream().map(Repair::account).distinct().toList();
        String who = Objects.requireNonNullElse(kind.side(), "either");
        output.say(Style.STRONG, messages.get("verify.repaired-by." + who, kind.code(), accounts.size()));
        if (output.options().verbose()) {
            output.say("  " + accounts.stream().map(AccountId::value).collect(Collectors.joining(", ")));
        }
        List<String> fixes = repairs.stream().map(Repair::fix).distinct().toList();
        output.paste("  " + messages.get("fix", fixes.get(0)));
        if (fixes.size() > 1) {
            output.say("  " + messages.get("verify.more-repairs", fixes.size() - 1));
        }
    }
}

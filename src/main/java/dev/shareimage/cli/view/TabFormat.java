package dev.shareimage.cli.view;

import java.util.List;
import java.util.stream.Collectors;

/** Values with tabs between them and no heading, for {@code cut} and {@code awk}. */
final class TabFormat implements ResultFormat {

    @Override
    public String write(Result result) {
        return result.table().rows().stream().map(TabFormat::line).collect(Collectors.joining());
    }

    private static String line(List<String> row) {
        return row.stream().map(Sanitizer::clean).collect(Collectors.joining("\t", "", "\n"));
    }
}

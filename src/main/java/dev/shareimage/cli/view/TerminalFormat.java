package dev.shareimage.cli.view;

import java.util.stream.Collectors;

/** For a terminal, where nothing else was asked for: the lines that a result has for it, else a table. */
final class TerminalFormat implements ResultFormat {

    @Override
    public String write(Result result) {
        return result.lines().isEmpty()
                ? new AlignedFormat().write(result)
                : result.lines().stream()
                        .map(line -> Sanitizer.clean(line) + "\n")
                        .collect(Collectors.joining());
    }
}

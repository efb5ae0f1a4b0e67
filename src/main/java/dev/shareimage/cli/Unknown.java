package dev.shareimage.cli;

import dev.shareimage.cli.options.Quoting;
import dev.shareimage.cli.options.Suggestions;
import dev.shareimage.cli.options.UsageException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says what a person may have meant by a word that is not known. */
final class Unknown {

    private Unknown() {}

    static UsageException option(String name, Collection<String> known) {
        List<String> longNames =
                known.stream().filter(each -> each.startsWith("--")).toList();
        Optional<String> near = name.startsWith("--") ? Suggestions.nearest(name, longNames) : Optional.empty();
        return near.isPresent()
                ? new UsageException("usage.unknown-option-near", Quoting.visible(name), near.get())
                : new UsageException("usage.unknown-option", Quoting.visible(name));
    }

    static UsageException command(String name) {
        Optional<String> near = Suggestions.nearest(name, Commands.NAMES);
        return near.isPresent()
                ? new UsageException("usage.unknown-command-near", Quoting.visible(name), near.get())
                : new UsageException("usage.unknown-command", Quoting.visible(name));
    }
}

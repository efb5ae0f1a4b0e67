package dev.shareimage.cli.options;

import dev.shareimage.cli.options.UsageException.Problem;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The images of commands that change something or take long. All images must be requested explicitly. */
public final class ChosenImages extends ImageOptions {

    private static final String ALL = "--all-images";

    @NotFromEnvironment
    @Option(names = ALL, arity = "0")
    private boolean all;

    @Override
    protected boolean all() {
        return all;
    }

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(super.problems());
        if (all && namesSome()) {
            problems.add(Problem.of("usage.not-both", someOption(), ALL));
        }
        return problems;
    }
}

package dev.shareimage.cli.options;

import dev.shareimage.cli.options.UsageException.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The images of commands that use all images if none is named. */
public final class SomeOrAllImages extends ImageOptions {

    private static final String ALL = "--all-images";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = ALL, arity = "0")
    private boolean all;

    /** A variable that requests all images does not apply if images are named. */
    @Override
    protected boolean all() {
        return !namesSome();
    }

    /** A variable that requests waiting does not apply to a list of all images. */
    @Override
    public boolean waits() {
        return super.waits() && (namesSome() || isTyped(ALL) || isTyped(WAIT));
    }

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(super.problems());
        if (all && namesSome() && isTyped(ALL)) {
            problems.add(Problem.of("usage.not-both", someOption(), ALL));
        }
        return problems;
    }

    private boolean isTyped(String option) {
        return EnvironmentDefaults.isTyped(command, option);
    }
}

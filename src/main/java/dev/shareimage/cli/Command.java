package dev.shareimage.cli;

import dev.shareimage.cli.options.OptionGroup;
import dev.shareimage.cli.options.OptionValues;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cloud.CloudException;
import java.util.List;

/** One command: what it takes, and what it does. */
interface Command {

    String name();

    /** The options that its help explains; those that every command takes are taken besides. */
    List<OptionGroup> groups();

    /** How its operands are called in the help; empty when it takes none. */
    default String operands() {
        return "";
    }

    /**
     * Reads everything that was asked for, without doing anything yet.
     *
     * @throws UsageException when it makes no sense
     */
    Action prepare(OptionValues values) throws UsageException;

    /** What a command does once its options are understood. */
    interface Action {

        /**
         * Does it.
         *
         * @return the exit code, see {@link ExitCode}
         * @throws UsageException when something that was not given is needed after all, such as a region
         */
        int run(Session session) throws UsageException, CloudException;
    }
}

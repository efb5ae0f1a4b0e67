package dev.shareimage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program. Its subcommands do the work. */
@Command(name = Application.PROGRAM, addMethodSubcommands = false)
final class ShareImage {

    @Mixin
    private final BaseCommand.HelpOptions help = new BaseCommand.HelpOptions();
}

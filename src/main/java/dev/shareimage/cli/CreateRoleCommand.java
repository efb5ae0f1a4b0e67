package dev.shareimage.cli;

import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.RoleResult;
import dev.shareimage.cloud.CloudException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates the role and attaches its policy, as far as they are missing. */
@Command(name = "create-role", addMethodSubcommands = false)
final class CreateRoleCommand extends BaseCommand {

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Override
    List<String> columns() {
        return RoleResult.COLUMNS;
    }

    @Override
    List<String> explained() {
        return List.of("change", "--force", "cloud");
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        boolean force = session.options().safeguards().force();
        return new ChangeFlow(session, RoleResult::new)
                .run(session.service().createRole(targets.targets(), force), report -> {});
    }
}

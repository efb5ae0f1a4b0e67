package dev.shareimage.cli;

import dev.shareimage.app.Failure;
import dev.shareimage.app.PresentTrust;
import dev.shareimage.app.TargetQuery;
import dev.shareimage.cli.options.ListReader;
import dev.shareimage.cli.options.TargetOptions;
import dev.shareimage.cli.options.TrustOptions;
import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.JsonText;
import dev.shareimage.cli.view.Output;
import dev.shareimage.cli.view.Problem;
import dev.shareimage.cli.view.ProblemResult;
import dev.shareimage.cli.view.ProblemView;
import dev.shareimage.cli.view.RoleResult;
import dev.shareimage.cli.view.Style;
import dev.shareimage.cli.view.TrustResult;
import dev.shareimage.cli.view.UnreadableTrustResult;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.trust.TrustPolicy;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes the role's trust policy, or prints the present one, or the one for only the given targets. */
@Command(name = "set-trust", addMethodSubcommands = false)
final class SetTrustCommand extends BaseCommand {

    @Mixin
    private final TargetOptions targets = new TargetOptions();

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Override
    void check(ListReader lists) throws UsageException {
        trust.check();
        if (trust.show()) {
            if (targets.given()) {
                throw new UsageException("usage.show-targets");
            }
            return;
        }
        if (!targets.given()) {
            throw new UsageException("usage.no-targets");
        }
        if (trust.print()) {
            withoutLookingUp(targets.targets());
        }
    }

    @Override
    List<String> columns() {
        return trust.print() ? List.of() : trust.show() ? TrustResult.COLUMNS : RoleResult.COLUMNS;
    }

    @Override
    List<String> possibleColumns() {
        return union(List.of(TrustResult.COLUMNS, RoleResult.COLUMNS));
    }

    @Override
    List<String> explained() {
        return List.of("change", "--force", "cloud");
    }

    @Override
    boolean changes() {
        return super.changes() && !trust.show() && !trust.print();
    }

    @Override
    int run(Session session) throws UsageException, CloudException {
        if (trust.show()) {
            return show(session);
        }
        if (trust.print()) {
            return print(session, withoutLookingUp(targets.targets()));
        }
        boolean force = session.options().safeguards().force();
        return new ChangeFlow(session, RoleResult::new)
                .run(session.service().setTrust(targets.targets(), trust.mode(), force), report -> {});
    }

    private static int show(Session session) throws UsageException, CloudException {
        PresentTrust present = session.service().presentTrust();
        Failure failure = present.failure();
        if (failure != null) {
            showFailure(session, present, Problem.ours(failure.code(), failure.message(), failure.fix()));
            return ExitCode.PRECONDITION;
        }
        Output output = session.output();
        if (present.policy() != null) {
            output.result(new TrustResult(present.policy(), session.messages()));
        }
        present.warnings()
                .forEach(
                        warning -> output.tell(Style.CAUTION, session.messages().get("warning", warning)));
        return ExitCode.DONE;
    }

    private static void showFailure(Session session, PresentTrust present, Problem problem) {
        Output output = session.output();
        String stored = present.unreadable();
        if (stored != null) {
            showUnreadable(output, new UnreadableTrustResult(session.command(), stored, problem));
        } else if (output.isForPrograms()) {
            output.result(new ProblemResult(session.command(), null, problem));
        }
        new ProblemView(output, session.messages()).show(problem);
    }

    /** Formats with columns have no place for the text, so it goes to standard error. */
    private static void showUnreadable(Output output, UnreadableTrustResult result) {
        if (output.options().format().isEmpty()) {
            output.text(String.join("\n", result.lines()) + "\n");
            return;
        }
        if (output.isForPrograms()) {
            output.result(result);
        }
        if (!output.isDocument()) {
            result.lines().forEach(line -> output.tell(Style.PLAIN, line));
        }
    }

    private static int print(Session session, List<ShareTarget> targets) {
        session.output().text(JsonText.write(TrustPolicy.of(targets).document()) + "\n");
        return ExitCode.DONE;
    }

    /** The targets for printing. This works offline, so they cannot be looked up. */
    private static List<ShareTarget> withoutLookingUp(TargetQuery query) throws UsageException {
        if (query.ownDirectory()) {
            throw new UsageException("usage.print-own-directory");
        }
        if (!query.folders().isEmpty()) {
            throw new UsageException("usage.print-folder-id", query.folders().get(0));
        }
        List<ShareTarget> targets = new ArrayList<>();
        query.accounts().forEach(account -> targets.add(new ShareTarget.Account(account)));
        query.directory().ifPresent(directory -> targets.add(new ShareTarget.ResourceDirectory(directory)));
        query.folderPaths().forEach(path -> targets.add(new ShareTarget.Folder(path)));
        return targets;
    }
}

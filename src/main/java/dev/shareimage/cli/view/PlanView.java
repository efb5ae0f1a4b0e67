package dev.shareimage.cli.view;

import dev.shareimage.app.Proposal;
import dev.shareimage.app.Report;
import dev.shareimage.app.Report.ImageResult;
import dev.shareimage.app.plan.Step;
import dev.shareimage.domain.ImageRef;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.ShareTarget;
import java.util.List;

/** Shows the plan: {@code +} for additions, {@code ~} for changes, {@code -} for removals. */
public final class PlanView {

    /** The maximum number of targets that gain something. Removals are always shown completely. */
    private static final int MAX_LIST = 20;

    private final Output output;
    private final Messages messages;

    public PlanView(Output output, Messages messages) {
        this.output = output;
        this.messages = messages;
    }

    /**
     * Shows the plan and what a person should know before confirming it.
     *
     * @param asked whether a person will be asked; then, and if access is removed, nothing is left out for {@code
     *     --quiet}
     * @param byImage whether each image has a line with numbers of targets, as for a manifest
     */
    public void show(Proposal proposal, boolean asked, boolean byImage) {
        Report preview = proposal.preview();
        boolean wanted = !output.options().quiet() || asked || proposal.plan().takesAway();
        if (proposal.changesNothing() || !wanted) {
            return;
        }
        output.tell(Style.STRONG, heading(preview));
        if (byImage) {
            showByImage(proposal.plan().steps(), preview);
        } else {
            proposal.plan().steps().forEach(step -> show(step, preview));
        }
        List<String> warnings = output.options().verbose() ? proposal.warnings() : proposal.briefWarnings();
        warnings.forEach(warning -> output.tell(Style.CAUTION, messages.get("warning", warning)));
    }

    /** Groups the steps of images at the place of the first one. Planned copies have their own lines. */
    private void showByImage(List<Step> steps, Report preview) {
        boolean shown = false;
        for (Step step : steps) {
            if (step instanceof Step.CopyImage copy) {
                showCopy(copy, preview);
            } else if (!(step instanceof Step.ShareImage) && !(step instanceof Step.UnshareImage)) {
                show(step, preview);
            } else if (!shown) {
                new ImagePlanView(output, messages).show(preview, steps);
                shown = true;
            }
        }
    }

    private void showCopy(Step.CopyImage copy, Report preview) {
        if (output.options().verbose()) {
            show(copy, preview);
        } else {
            showTitle(copy, preview);
        }
        preview.images().stream()
                .filter(image -> copy.region().equals(image.region())
                        && copy.source().equals(image.source())
                        && copy.name().equals(image.name()))
                .forEach(new ImagePlanView(output, messages)::showEnds);
    }

    private String heading(Report preview) {
        Object account = preview.account() == null ? "?" : preview.account();
        return preview.region() == null
                ? messages.get("plan.heading", account)
                : messages.get("plan.heading-region", account, preview.region());
    }

    private void showTitle(Step step, Report preview) {
        output.tell(style(step.symbol()), "  " + step.symbol().sign() + " " + title(step, preview));
    }

    private void show(Step step, Report preview) {
        showTitle(step, preview);
        if (step instanceof Step.CreateRole create) {
            list(Step.Symbol.ADD, create.trust().entries());
        } else if (step instanceof Step.ChangeTrust change) {
            list(Step.Symbol.ADD, change.before().addedBy(change.after()));
            list(Step.Symbol.REMOVE, change.after().addedBy(change.before()));
        } else if (step instanceof Step.ShareImage share) {
            list(Step.Symbol.ADD, names(share.targets()));
        } else if (step instanceof Step.CopyImage copy) {
            list(Step.Symbol.ADD, names(copy.targets()));
        } else if (step instanceof Step.UnshareImage unshare) {
            list(Step.Symbol.REMOVE, names(unshare.targets()));
        }
    }

    private String title(Step step, Report preview) {
        if (step instanceof Step.CreateRole create) {
            return messages.get("plan.create-role", create.roleName());
        }
        if (step instanceof Step.AttachPolicy attach) {
            return messages.get(
                    "plan.attach-policy",
                    attach.policy().name(),
                    attach.policy().type(),
                    attach.roleName());
        }
        if (step instanceof Step.ChangeTrust change) {
            return messages.get("plan.change-trust", change.roleName());
        }
        if (step instanceof Step.ShareImage share) {
            return messages.get(
                    "plan.share", image(share.image(), preview), share.targets().size());
        }
        if (step instanceof Step.CopyImage copy) {
            return title(copy);
        }
        Step.UnshareImage unshare = (Step.UnshareImage) step;
        return messages.get(
                "plan.unshare",
                image(unshare.image(), preview),
                unshare.targets().size());
    }

    private String title(Step.CopyImage copy) {
        Object key = copy.key();
        return key == null
                ? messages.get(
                        "plan.wait-copy",
                        copy.source(),
                        copy.region(),
                        copy.name(),
                        copy.targets().size())
                : messages.get(
                        "plan.copy",
                        copy.source(),
                        copy.region(),
                        copy.name(),
                        copy.targets().size(),
                        key);
    }

    private void list(Step.Symbol symbol, List<String> names) {
        boolean all = symbol == Step.Symbol.REMOVE || output.options().verbose() || names.size() <= MAX_LIST;
        List<String> shown = all ? names : names.subList(0, MAX_LIST);
        shown.forEach(name -> output.tell(style(symbol), "      " + symbol.sign() + " " + name));
        if (!all) {
            output.tell(Style.PLAIN, "        " + messages.get("plan.more", names.size() - MAX_LIST));
        }
    }

    private List<String> names(List<ShareTarget> targets) {
        return targets.stream()
                .map(target -> messages.get("target." + target.type(), target.id()))
                .toList();
    }

    /** The image, with its region if there are several. */
    private String image(ImageRef image, Report preview) {
        String id = preview.region() == null ? image.toString() : image.id().value();
        return preview.images().stream()
                .filter(result -> result.is(image) && result.name() != null)
                .map(ImageResult::name)
                .findFirst()
                .map(name -> messages.named(id, name))
                .orElse(id);
    }

    private static Style style(Step.Symbol symbol) {
        return switch (symbol) {
            case ADD -> Style.GOOD;
            case CHANGE -> Style.CAUTION;
            case REMOVE -> Style.BAD;
        };
    }
}

package dev.shareimage.resilience;

import static dev.shareimage.resilience.ReportCheck.without;

import dev.shareimage.resilience.ActualState.Launch;
import dev.shareimage.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the effects of a command with its request. */
final class Outcomes {

    /** The trust policy if no principal remains: a policy without a statement is invalid. */
    static final String OWN_ACCOUNT = "acs:ram::" + Sandbox.OWNER + ":root";

    private static final String POLICY = "AliyunKMSFullAccess";

    private final RandomCommand command;
    private final ActualState before;
    private final ActualState after;
    private final Set<String> named;
    private final Set<String> principals;
    private final List<String> differences = new ArrayList<>();

    Outcomes(RandomCommand command, ActualState before, ActualState after) {
        this.command = command;
        this.before = before;
        this.after = after;
        this.named = command.targets().stream().map(Recipient::id).collect(Collectors.toSet());
        this.principals = command.targets().stream().map(Recipient::principal).collect(Collectors.toSet());
    }

    /** Changes that nobody requested, however the run ended. */
    List<String> sideEffects() {
        differences.clear();
        for (String image : RandomCommand.IMAGES) {
            shares(image, before.direct().get(image), after.direct().get(image));
            shares(image, before.groups().get(image), after.groups().get(image));
        }
        tell(without(before.policies(), after.policies()), "policies are detached");
        tell(
                without(after.policies(), before.policies()).stream()
                        .filter(policy -> !policy.equals(POLICY) || !setsUp())
                        .toList(),
                "policies are attached");
        tell(!command.has("--replace") && !before.foreign().equals(after.foreign()), "others' statements have changed");
        trust();
        launches();
        return List.copyOf(differences);
    }

    private void shares(String image, Set<String> had, Set<String> has) {
        boolean concerned = command.images().contains(image);
        boolean takes = concerned && (command.name().equals("unshare") || command.takesFromOthers());
        boolean gives =
                concerned && (command.name().equals("share") || command.name().equals("apply"));
        tell(without(had, has).stream().filter(id -> !takes || !mayLeave(id)).toList(), image + " is taken away");
        tell(
                without(has, had).stream()
                        .filter(id -> !gives || !named.contains(id))
                        .toList(),
                image + " is given");
    }

    private boolean mayLeave(String id) {
        return command.has("--all") || named.contains(id) == command.name().equals("unshare");
    }

    private void trust() {
        Set<String> leaving = command.has("--replace") ? before.trusted() : mayLoseTrust();
        tell(without(without(before.trusted(), after.trusted()), leaving), "trust is taken out");
        SortedSet<String> added = without(without(after.trusted(), before.trusted()), setsUp() ? principals : Set.of());
        if (before.trust().isEmpty() || after.trusted().size() == 1) {
            added.remove(OWN_ACCOUNT);
        }
        tell(added, "trust is put in");
    }

    private Set<String> mayLoseTrust() {
        if (command.has("--remove")) {
            return principals;
        }
        boolean prunes = command.has("--prune-trust") || command.has("--prune");
        Set<String> leaving = new TreeSet<>();
        if (prunes && command.takesFromOthers()) {
            before.trusted().stream()
                    .filter(principal -> !principals.contains(principal))
                    .filter(this::isHolder)
                    .forEach(leaving::add);
        } else if (prunes) {
            leaving.addAll(principals);
        }
        return leaving;
    }

    private boolean isHolder(String principal) {
        return command.images().stream()
                .anyMatch(image -> List.of(before.direct(), before.groups()).stream()
                        .flatMap(shares -> shares.get(image).stream())
                        .anyMatch(id -> ReportCheck.recipient(id).principal().equals(principal)));
    }

    private boolean setsUp() {
        return Set.of("share", "apply", "create-role").contains(command.name())
                || command.name().equals("set-trust") && !command.has("--remove");
    }

    /** Only set-trust names the principals that lose their trust. */
    private void launches() {
        boolean mayLoseKey = command.has("--remove") || command.has("--replace");
        before.launches().forEach((who, launch) -> {
            if (launch == Launch.WORKS && after.launches().get(who) == Launch.NO_KEY && !mayLoseKey) {
                differences.add(who + " has lost the key and not the image");
            }
        });
    }

    /** Changes after a run that reports no change. */
    List<String> differences() {
        differences.clear();
        tell(!before.direct().equals(after.direct()), "accounts: " + before.direct() + ", now " + after.direct());
        tell(!before.groups().equals(after.groups()), "groups: " + before.groups() + ", now " + after.groups());
        tell(!before.trust().equals(after.trust()), "trust: " + before.trust() + ", now " + after.trust());
        tell(
                !before.policies().equals(after.policies()),
                "policies: " + before.policies() + ", now " + after.policies());
        return List.copyOf(differences);
    }

    /**
     * Missing effects after a run that reports success.
     *
     * @param keySideUnknown whether it said that the role could not be read
     * @param groupsUnknown whether it said that directories and folders could not be read
     */
    List<String> unfulfilled(boolean keySideUnknown, boolean groupsUnknown) {
        differences.clear();
        switch (command.name()) {
            case "share", "apply" -> given(keySideUnknown, groupsUnknown);
            case "unshare" -> taken();
            case "create-role" -> {
                tell(after.trust().isEmpty(), "there is no role");
                tell(!after.policies().contains(POLICY), "the role has no policy");
                trusted();
            }
            case "set-trust" -> setTrust();
            default -> throw new IllegalStateException(command.name());
        }
        return List.copyOf(differences);
    }

    private void given(boolean keySideUnknown, boolean groupsUnknown) {
        for (String image : command.images()) {
            for (Recipient target : command.targets()) {
                tell(!after.has(image, target), target + " does not have " + image);
                tell(
                        target.members().stream()
                                .filter(member -> !keySideUnknown && after.launch(image, member) != Launch.WORKS)
                                .toList(),
                        "it cannot launch " + image);
            }
            if (command.has("--prune")) {
                tell(without(after.direct().get(image), named), "more accounts have " + image);
                tell(!groupsUnknown ? without(after.groups().get(image), named) : Set.of(), "more have " + image);
            }
        }
    }

    private void taken() {
        for (String image : command.images()) {
            Set<String> holders = new TreeSet<>(after.direct().get(image));
            holders.addAll(after.groups().get(image));
            holders.removeIf(id -> !command.has("--all") && !named.contains(id));
            tell(holders, image + " is still shared");
        }
    }

    private void setTrust() {
        if (command.has("--remove")) {
            tell(principals.stream().filter(after.trusted()::contains).toList(), "they are still trusted");
            return;
        }
        trusted();
        if (command.has("--replace")) {
            tell(without(after.trusted(), principals), "others are still trusted");
        }
    }

    private void trusted() {
        tell(
                command.targets().stream()
                        .filter(target -> !isCovered(target, after))
                        .toList(),
                "they are not trusted");
    }

    /** Whether its own statement trusts it, or that of a folder or directory around it. */
    static boolean isCovered(Recipient target, ActualState world) {
        return world.trusted().contains(target.principal())
                || Recipient.GROUPS.stream()
                        .filter(group ->
                                !target.members().isEmpty() && group.members().containsAll(target.members()))
                        .anyMatch(group -> world.trusted().contains(group.principal()));
    }

    private void tell(boolean wrong, String sentence) {
        if (wrong) {
            differences.add(sentence);
        }
    }

    private void tell(Iterable<?> whom, String sentence) {
        whom.forEach(one -> differences.add(sentence + ": " + one));
    }
}

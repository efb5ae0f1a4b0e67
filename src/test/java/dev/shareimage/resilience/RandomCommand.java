package dev.shareimage.resilience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A random command of any kind, with its request.
 *
 * @param name the name of the command
 * @param images the images whose recipients it changes; a manifest names each of them
 * @param targets the named targets; in a manifest, all of them for each image
 * @param flags options without a value that change the request
 */
record RandomCommand(String name, List<String> images, List<Recipient> targets, Set<String> flags) {

    static final String FIRST = "m-hk0cmk0000000000001";
    static final String SECOND = "m-hk0cmk0000000000002";
    static final String PLAIN = "m-hk0plain00000000001";

    /** All possible images and targets. */
    static final List<String> IMAGES = List.of(FIRST, SECOND, PLAIN);

    private static final String MANIFEST = "manifest.yaml";

    /**
     * Usually one kind of target for each image, because both kinds together are refused if membership cannot be read.
     */
    static RandomCommand of(Random random) {
        String name = List.of(
                        "share",
                        "share",
                        "share",
                        "unshare",
                        "unshare",
                        "unshare",
                        "apply",
                        "apply",
                        "apply",
                        "set-trust",
                        "set-trust",
                        "create-role",
                        "list-shares",
                        "list-shares",
                        "export",
                        "doctor")
                .get(random.nextInt(16));
        Set<String> flags = new LinkedHashSet<>();
        List<String> images = images(random, name);
        List<Recipient> targets = targets(random, images);
        switch (name) {
            case "share" -> {
                maybe(flags, random, 3, "--force");
                maybe(flags, random, 8, "--no-setup");
            }
            case "unshare" -> {
                maybe(flags, random, 2, "--prune-trust");
                maybe(flags, random, 4, "--all");
            }
            case "apply" -> {
                maybe(flags, random, 2, "--prune");
                maybe(flags, random, 3, "--force");
                maybe(flags, random, 8, "--no-setup");
            }
            case "set-trust" -> maybe(flags, random, 2, random.nextBoolean() ? "--replace" : "--remove");
            case "doctor", "create-role" -> targets = random.nextInt(3) == 0 ? List.of() : targets;
            case "list-shares", "export" -> targets = List.of();
            default -> throw new IllegalStateException(name);
        }
        if (flags.contains("--all")) {
            targets = List.of();
        }
        if (!isReading(name)) {
            maybe(flags, random, 12, "--dry-run");
        }
        return new RandomCommand(name, images, targets, flags);
    }

    private static List<String> images(Random random, String name) {
        if (name.equals("set-trust") || name.equals("create-role")) {
            return List.of();
        }
        List<String> images =
                IMAGES.stream().filter(image -> random.nextInt(3) == 0).toList();
        return images.isEmpty() ? List.of(IMAGES.get(random.nextInt(IMAGES.size()))) : images;
    }

    private static List<Recipient> targets(Random random, List<String> images) {
        List<Recipient> targets = new ArrayList<>();
        boolean groups = random.nextInt(10) < (images.contains(SECOND) ? 7 : 2);
        if (groups) {
            Recipient.GROUPS.stream().filter(group -> random.nextInt(3) == 0).forEach(targets::add);
        }
        if (targets.isEmpty() || random.nextInt(10) == 0) {
            int odds = 1 + random.nextInt(6);
            Recipient.ACCOUNTS.stream()
                    .filter(account -> random.nextInt(odds) == 0)
                    .forEach(targets::add);
        }
        return targets.isEmpty() ? List.of(Recipient.ACCOUNTS.get(0)) : targets;
    }

    private static void maybe(Set<String> flags, Random random, int odds, String flag) {
        if (random.nextInt(odds) == 0) {
            flags.add(flag);
        }
    }

    private static boolean isReading(String name) {
        return Set.of("list-shares", "export", "doctor").contains(name);
    }

    boolean reads() {
        return isReading(name) || has("--dry-run");
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Whether targets that are not named may lose access. */
    boolean takesFromOthers() {
        return has("--all") || name.equals("apply") && has("--prune");
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(name, "--yes"));
        if (!name.equals("export")) {
            arguments.addAll(List.of("-o", "json"));
        }
        arguments.addAll(flags);
        if (name.equals("apply")) {
            arguments.addAll(List.of("-f", MANIFEST));
            return arguments;
        }
        if (!images.isEmpty()) {
            arguments.addAll(List.of("--image-id", String.join(",", images)));
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        targets.forEach(target -> options.computeIfAbsent(target.option(), option -> new ArrayList<>())
                .add(target.argument()));
        options.forEach((option, values) -> {
            arguments.add(option + (option.equals("--resource-directory") ? "=" + values.get(0) : ""));
            if (!option.equals("--resource-directory")) {
                arguments.add(String.join(",", values));
            }
        });
        return arguments;
    }

    /** The manifest that {@code apply} reads. */
    String manifest() {
        String accounts = targets.stream()
                .filter(Recipient::isAccount)
                .map(target -> "\"" + target.id() + "\"")
                .collect(Collectors.joining(", "));
        String folders = arguments("--folder").collect(Collectors.joining(", "));
        String entries = arguments("--resource-directory")
                        .map(id -> "        resourceDirectory: " + id + "\n")
                        .collect(Collectors.joining())
                + (folders.isEmpty() ? "" : "        folders: [" + folders + "]\n");
        return "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n"
                + images.stream()
                        .map(image -> "      - id: " + image + "\n        accounts: [" + accounts + "]\n" + entries)
                        .collect(Collectors.joining());
    }

    private Stream<String> arguments(String option) {
        return targets.stream().filter(target -> target.option().equals(option)).map(Recipient::argument);
    }

    @Override
    public String toString() {
        return name + " " + flags + " " + images + " for " + targets;
    }
}

package dev.shareimage.app;

import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.ShellWord;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Adds options to the commands that a sentence proposes, so that they do what the sentence says when they are pasted.
 * The options say whom a command acts as and where. This is the only class that knows these options.
 *
 * @param region the region of the command that proposes them
 * @param endpoints each {@code [PRODUCT=]URL}, in the given order
 * @param sandbox the option as it was given, {@code --sandbox} or {@code --sandbox=DIR}
 * @param typed the arguments of the command that proposes them; empty if it was not typed
 */
public record PastedCommands(
        Optional<String> profile,
        Optional<RegionId> region,
        List<String> endpoints,
        Optional<String> sandbox,
        List<String> typed) {

    /** For commands that nobody typed. */
    public PastedCommands(
            Optional<String> profile, Optional<RegionId> region, List<String> endpoints, Optional<String> sandbox) {
        this(profile, region, endpoints, sandbox, List.of());
    }

    /** An image that was typed without its region. */
    private static final Pattern PLACED =
            Pattern.compile("--image-id[ =](?<region>[a-z0-9-]+):(?<image>m-[A-Za-z0-9]+)");

    private static final Pattern COMMAND = Pattern.compile(
            "share-image (?<ours>[a-z]+(?:-[a-z]+)*)|aliyun (?:(?<product>[a-z]+) [A-Z]\\w+|configure)");

    /** The commands that call the cloud. */
    private static final Set<String> REACHING = Set.of(
            "create-role",
            "set-trust",
            "share",
            "unshare",
            "list-shares",
            "doctor",
            "apply",
            "export",
            "verify",
            "report");

    /** The commands that need no region: about RAM, which is global, or about the regions in a file. */
    private static final Set<String> WITHOUT_REGION = Set.of("create-role", "set-trust", "apply");

    private static final Set<String> REGIONAL_PRODUCTS = Set.of("ecs", "kms", "resourcesharing");

    /** The default address of {@code share-image sandbox serve}. */
    private static final String SERVED_SANDBOX = "http://127.0.0.1:8787";

    public PastedCommands {
        endpoints = List.copyOf(endpoints);
        typed = List.copyOf(typed);
    }

    /** Whether a profile names an account of the local cloud, or a user of one, rather than credentials of the real one. */
    public static boolean isLocalIdentity(String profile) {
        return Character.isDigit(profile.charAt(0)) && profile.matches("[0-9]+(/[A-Za-z0-9._-]+)?");
    }

    /** For commands that somebody else has to run, in the same place and as themselves. */
    public PastedCommands withoutProfile() {
        return new PastedCommands(Optional.empty(), region, endpoints, sandbox);
    }

    /** For commands of recipients, who have endpoints of their own. Only a local cloud is the same for both. */
    public PastedCommands forRecipients() {
        return new PastedCommands(Optional.empty(), Optional.empty(), List.of(), sandbox);
    }

    /** The sentence with its commands completed. A complete command is not changed. */
    public String complete(String text) {
        String sentence = text.contains("--image-id ") && !text.contains("share-image ") ? retyped(text) : text;
        if (!sentence.contains("share-image ") && !sentence.contains("aliyun ")) {
            return sentence;
        }
        StringBuilder whole = new StringBuilder(sentence.length() + 64);
        Matcher command = COMMAND.matcher(sentence);
        int from = 0;
        while (command.find()) {
            whole.append(sentence, from, command.end());
            from = command.end();
            String rest = rest(sentence, from);
            String options = options(command, rest);
            if (!rest.startsWith(options)) {
                whole.append(options);
            }
        }
        return whole.append(sentence, from, sentence.length()).toString();
    }

    /** If the image was typed, the whole command is proposed instead of the option alone. */
    private String retyped(String sentence) {
        Matcher placed = PLACED.matcher(sentence);
        if (!placed.find()) {
            return sentence;
        }
        String image = placed.group("image");
        Pattern bare = Pattern.compile("(?<![A-Za-z0-9:-])(?:[a-z0-9-]+:)?" + image + "(?![A-Za-z0-9-])");
        String line = typed.stream()
                .map(argument -> ShellWord.of(bare.matcher(argument).replaceAll(placed.group("region") + ":" + image)))
                .collect(Collectors.joining(" "));
        return typed.stream().noneMatch(argument -> bare.matcher(argument).find())
                ? sentence
                : sentence.substring(0, placed.start()) + "share-image " + line + sentence.substring(placed.end());
    }

    /** The text that may belong to the command: everything before the next command. */
    private static String rest(String sentence, int from) {
        Matcher next = COMMAND.matcher(sentence);
        return sentence.substring(from, next.find(from) ? next.start() : sentence.length());
    }

    private String options(Matcher command, String rest) {
        boolean placed = rest.contains("--region")
                || rest.contains("--RegionId")
                || rest.contains("--all-regions")
                || PLACED.matcher(rest).find();
        String ours = command.group("ours");
        if (ours != null) {
            boolean regional = !placed && !WITHOUT_REGION.contains(ours);
            return REACHING.contains(ours) ? ours(rest) + (regional ? regionOption() : "") : "";
        }
        String product = command.group("product");
        boolean regional = !placed && product != null && REGIONAL_PRODUCTS.contains(product);
        return vendors(product == null ? "" : product) + (regional ? regionOption() : "");
    }

    /** The options that the typed command does not have. */
    private String ours(String rest) {
        String identity = rest.contains(" --profile") && !rest.startsWith(profileOption()) ? "" : profileOption();
        if (sandbox.isPresent()) {
            String local = " " + ShellWord.of(sandbox.get());
            boolean named = profile.filter(PastedCommands::isLocalIdentity).isPresent();
            boolean typed = rest.contains(" --sandbox") && !rest.startsWith((named ? identity : "") + local);
            return (named ? identity : "") + (typed ? "" : local);
        }
        StringBuilder options = new StringBuilder(identity);
        for (String endpoint : endpoints) {
            String option = " --endpoint " + ShellWord.of(endpoint);
            options.append(rest.contains(" --endpoint") && !rest.startsWith(options + option) ? "" : option);
        }
        return options.toString();
    }

    /** The option for the vendor's CLI. It takes a host, and a separate option disables TLS. */
    private String vendors(String product) {
        if (product.isEmpty()) {
            return sandbox.isPresent() ? "" : profileOption();
        }
        String address = sandbox.isPresent() ? SERVED_SANDBOX : endpoint(product);
        String where = "";
        if (!address.isEmpty()) {
            URI uri = URI.create(address);
            where = " --endpoint " + uri.getAuthority() + ("http".equals(uri.getScheme()) ? " --insecure" : "");
        }
        return (sandbox.isPresent() ? "" : profileOption()) + where;
    }

    /** The endpoint for the product: the last one that names it, or else the last one for all. */
    private String endpoint(String product) {
        String name = product.equals("resourcedirectorymaster") ? "resourcedirectory" : product;
        String ofAll = "";
        String ofProduct = "";
        for (String endpoint : endpoints) {
            if (endpoint.toLowerCase(Locale.ROOT).startsWith(name + "=")) {
                ofProduct = endpoint.substring(name.length() + 1);
            } else if (endpoint.indexOf('=') < 0 || endpoint.indexOf("://") < endpoint.indexOf('=')) {
                ofAll = endpoint;
            }
        }
        return ofProduct.isEmpty() ? ofAll : ofProduct;
    }

    private String profileOption() {
        return profile.map(name -> " --profile " + ShellWord.of(name)).orElse("");
    }

    private String regionOption() {
        return region.map(id -> " --region " + id).orElse("");
    }
}

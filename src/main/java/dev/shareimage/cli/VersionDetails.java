package dev.shareimage.cli;

import dev.shareimage.cli.options.CloudOptions;
import dev.shareimage.cli.view.Sanitizer;
import dev.shareimage.cloud.aliyun.http.Proxies;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java, system and endpoints of the program, for reports of defects, without secrets. */
final class VersionDetails {

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    /** Part of {@code java.vm.info} while the JVM uses an archive of classes. */
    private static final String SHARING = "sharing";

    private final Messages messages;

    VersionDetails(Messages messages) {
        this.messages = messages;
    }

    /** The lines, each with its end. */
    String text(CloudOptions cloud, ProcessContext context) {
        return Stream.of(
                        java(context),
                        archive(arguments(), property(context, "java.vm.info")),
                        cloud(cloud, context),
                        proxy(context))
                .map(line -> Sanitizer.clean(line) + "\n")
                .collect(Collectors.joining());
    }

    private String java(ProcessContext context) {
        return messages.get(
                "version.java",
                property(context, "java.version"),
                property(context, "java.vendor"),
                property(context, "java.home"));
    }

    /**
     * The archive of the JVM, and whether it is used.
     *
     * @param arguments the arguments of the JVM; empty if the system does not tell them
     */
    String archive(Optional<List<String>> arguments, String vmInfo) {
        if (arguments.isEmpty()) {
            return messages.get("version.archive-unknown");
        }
        String path = arguments.get().stream()
                .takeWhile(argument -> argument.startsWith("-"))
                .filter(argument -> argument.startsWith(ARCHIVE))
                .reduce("", (earlier, later) -> later.substring(ARCHIVE.length()));
        if (path.isEmpty()) {
            return messages.get("version.archive-none");
        }
        return messages.get(vmInfo.contains(SHARING) ? "version.archive" : "version.archive-unused", path);
    }

    /** Reads them from the system, because the module that provides them is missing in some runtimes. */
    private static Optional<List<String>> arguments() {
        return ProcessHandle.current().info().arguments().map(List::of);
    }

    private String cloud(CloudOptions cloud, ProcessContext context) {
        if (cloud.sandbox().isPresent()) {
            return messages.get("version.sandbox", SandboxDirectory.of(cloud, context));
        }
        return cloud.endpoints().isEmpty()
                ? messages.get("version.vendor")
                : messages.get("version.endpoint", String.join(", ", cloud.endpoints()));
    }

    private String proxy(ProcessContext context) {
        Map<String, String> environment = context.environment();
        try {
            return new Proxies(environment)
                    .address()
                    .map(address -> messages.get("version.proxy", address))
                    .orElseGet(() -> messages.get("version.proxy-none"));
        } catch (InvalidValueException e) {
            return messages.get("version.proxy", messages.said(String.valueOf(e.getMessage())));
        }
    }

    private static String property(ProcessContext context, String name) {
        return context.jvm().getProperty(name, "?");
    }
}

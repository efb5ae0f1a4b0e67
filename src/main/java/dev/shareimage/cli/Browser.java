package dev.shareimage.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Shows a file in the user's browser: the one of {@code BROWSER}, or else the system's default. */
record Browser(Map<String, String> environment) {

    private static final Path MAC_OPEN = Path.of("/usr/bin/open");

    /** Starts it without waiting for it. Returns false if there is none. */
    boolean show(Path page) {
        ProcessBuilder builder =
                new ProcessBuilder(command(page.toAbsolutePath().toString()));
        builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        try {
            builder.start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> command(String page) {
        String own = environment.getOrDefault("BROWSER", "");
        if (!own.isBlank()) {
            return List.of(own, page);
        }
        if (File.separatorChar == '\\') {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page);
        }
        return List.of(Files.isExecutable(MAC_OPEN) ? MAC_OPEN.toString() : "xdg-open", page);
    }
}

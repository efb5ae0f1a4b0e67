package dev.shareimage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cli.options.UsageException.Place;
import dev.shareimage.cli.view.MarkdownText;
import dev.shareimage.cli.view.Result;
import dev.shareimage.cli.view.Sanitizer;
import dev.shareimage.cli.view.StepLog;
import dev.shareimage.cli.view.StepLog.Remark;
import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reports the result of a step to GitHub Actions (docs.github.com: workflow commands; job summaries; outputs). It
 * writes annotations to standard error, which GitHub reads too, so that standard output contains only the result. It
 * also writes a table into the summary, and outputs.
 */
final class GitHubStep {

    /** The maximum number of annotations of each kind that GitHub shows for a step. */
    private static final int MAX_ANNOTATIONS = 10;

    /**
     * GitHub drops a summary of more than 1 MiB completely, and other commands of the step may have written to it
     * before.
     */
    private static final int MAX_SUMMARY_BYTES = 1_000_000;

    /** GitHub refuses outputs of more than 1 MiB for a job. */
    private static final int MAX_OUTPUT_IDS = 1000;

    private static final Set<String> NOT_DONE = Set.of("failed", "pending", "not-tried");

    private final Map<String, String> environment;
    private final PrintStream err;
    private final StepLog log;
    private final String language;

    GitHubStep(Map<String, String> environment, PrintStream err, StepLog log, String language) {
        this.environment = environment;
        this.err = err;
        this.log = log;
        this.language = language;
    }

    /** Reports annotations, summary and outputs. */
    void end(int exitCode) {
        annotate();
        Result result = log.result();
        write("GITHUB_OUTPUT", outputs(result, exitCode));
        if (result != null) {
            summarize(result);
        }
        err.flush();
    }

    private void annotate() {
        List<Remark> remarks = log.remarks();
        int shown = Math.min(MAX_ANNOTATIONS, remarks.size());
        for (int i = 0; i < shown; i++) {
            boolean last = i + 1 == shown && shown < remarks.size();
            String more = last ? "\n" + words().get("annotation.more", remarks.size() - shown) : "";
            err.println(annotation(remarks.get(i), more));
        }
    }

    private static String annotation(Remark remark, String more) {
        Place place = remark.place();
        List<String> properties = new ArrayList<>();
        if (place != null) {
            properties.add("file=" + property(place.file()));
            if (place.line() > 0) {
                properties.add("line=" + place.line());
            }
            if (place.column() > 0) {
                properties.add("col=" + place.column());
            }
        }
        properties.add("title=share-image");
        String lines = remark.message()
                .lines()
                .map(Sanitizer::clean)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
        return "::" + (remark.error() ? "error" : "warning") + " " + String.join(",", properties) + "::"
                + data(lines + more);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Sanitizer.clean(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private void summarize(Result result) {
        String name = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!name.isEmpty()) {
            long room = MAX_SUMMARY_BYTES - size(Path.of(name));
            if (room > 0) {
                write("GITHUB_STEP_SUMMARY", new MarkdownText((int) room, words()).write(result, List.of()) + "\n");
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return MAX_SUMMARY_BYTES;
        }
    }

    private static String outputs(@Nullable Result result, int exitCode) {
        Set<String> images = new LinkedHashSet<>();
        Set<String> failed = new LinkedHashSet<>();
        String status = exitCode == ExitCode.DONE ? "succeeded" : "failed";
        if (result != null) {
            JsonNode document = result.document();
            status = document.path("status").asText(status);
            for (JsonNode image : document.path("images")) {
                if (image.path("imageId").isTextual()) {
                    images.add(image.path("imageId").asText());
                }
                for (JsonNode target : image.path("targets")) {
                    if (NOT_DONE.contains(target.path("status").asText())) {
                        failed.add(target.path("id").asText());
                    }
                }
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("status", status);
        outputs.put("exit-code", String.valueOf(exitCode));
        outputs.put("images", list(images));
        outputs.put("failed", list(failed));
        StringBuilder text = new StringBuilder();
        outputs.forEach((key, value) -> text.append(output(key, value)));
        return text.toString();
    }

    private static String list(Set<String> ids) {
        return String.join(",", ids.stream().limit(MAX_OUTPUT_IDS).toList());
    }

    /** The delimiter is random, so that no value can contain it and end early. */
    private static String output(String key, String value) {
        String delimiter = "end-" + UUID.randomUUID();
        return key + "<<" + delimiter + "\n" + Sanitizer.clean(value) + "\n" + delimiter + "\n";
    }

    private void write(String variable, String text) {
        String name = environment.getOrDefault(variable, "");
        if (name.isEmpty()) {
            return;
        }
        try {
            Files.write(
                    Path.of(name),
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            err.println(annotation(new Remark(false, words().get("annotation.unwritten", variable), null), ""));
        }
    }

    private Messages words() {
        return Messages.load("table", language);
    }
}

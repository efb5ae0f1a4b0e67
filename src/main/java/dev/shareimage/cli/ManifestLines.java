package dev.shareimage.cli;

import dev.shareimage.cli.options.UsageException.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line of a manifest that a message is about, by the ids in the message. Only pipelines show lines, so the
 * file is read only for them.
 */
final class ManifestLines {

    private static final Pattern ID = Pattern.compile("(?<![A-Za-z0-9-])(?:[0-9]{5,20}|(?:m|fd|rd)-[A-Za-z0-9]+)");

    private final String name;
    private final Map<String, List<Integer>> lines = new LinkedHashMap<>();
    private final TreeSet<Integer> images = new TreeSet<>();

    private ManifestLines(String name, List<String> text) {
        this.name = name;
        for (int line = 1; line <= text.size(); line++) {
            String content = text.get(line - 1);
            int comment = content.indexOf(" #");
            Matcher id = ID.matcher(comment < 0 ? content : content.substring(0, comment));
            while (id.find()) {
                lines.computeIfAbsent(id.group(), any -> new ArrayList<>()).add(line);
                if (isImage(id.group())) {
                    images.add(line);
                }
            }
        }
    }

    /** Reads the file again. A file that cannot be read has no lines. */
    static ManifestLines of(Path directory, String name) {
        try {
            return new ManifestLines(name, name.equals("-") ? List.of() : Files.readAllLines(directory.resolve(name)));
        } catch (IOException e) {
            return new ManifestLines(name, List.of());
        }
    }

    /**
     * The place of the target in the entry of the image, or else the first place of the target or the image; null
     * without either.
     */
    @Nullable
    Place place(String message) {
        List<Integer> ofImage = List.of();
        List<Integer> ofTarget = List.of();
        Matcher id = ID.matcher(message);
        while (id.find()) {
            List<Integer> found = lines.getOrDefault(id.group(), List.of());
            if (isImage(id.group())) {
                ofImage = ofImage.isEmpty() ? found : ofImage;
            } else {
                ofTarget = ofTarget.isEmpty() ? found : ofTarget;
            }
        }
        if (ofImage.isEmpty() && ofTarget.isEmpty()) {
            return null;
        }
        return new Place(name, line(ofImage, ofTarget), 0);
    }

    private int line(List<Integer> ofImage, List<Integer> ofTarget) {
        if (ofImage.isEmpty() || ofTarget.isEmpty()) {
            return ofTarget.isEmpty() ? ofImage.get(0) : ofTarget.get(0);
        }
        int begin = ofImage.get(0);
        Integer next = images.higher(begin);
        return ofTarget.stream()
                .filter(line -> line >= begin && (next == null || line < next))
                .findFirst()
                .orElse(ofTarget.get(0));
    }

    private static boolean isImage(String id) {
        return id.startsWith("m-");
    }
}

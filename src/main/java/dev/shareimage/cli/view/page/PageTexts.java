package dev.shareimage.cli.view.page;

import dev.shareimage.cli.view.Sanitizer;
import dev.shareimage.domain.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of the page in one language, and the formats of values. */
final class PageTexts {

    private static final String PAGE = "page.";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private final Messages messages;

    PageTexts(Messages messages) {
        this.messages = messages;
    }

    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** All words of the page, by their names in the template and the script. */
    Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        messages.keys().stream().sorted().forEach(key -> {
            if (key.startsWith(PAGE)) {
                texts.put(key.substring(PAGE.length()), messages.raw(key));
            } else if (key.startsWith("state.")) {
                texts.put(key, messages.raw(key));
            }
        });
        return texts;
    }

    static String clean(@Nullable String value) {
        return value == null ? "" : Sanitizer.clean(value);
    }

    static String minute(Instant moment) {
        return MINUTE.format(moment.atOffset(ZoneOffset.UTC));
    }
}

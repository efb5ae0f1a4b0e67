package dev.shareimage.cli;

import dev.shareimage.domain.Messages;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the help under the keys that the library uses: {@code option.all} becomes {@code all}, and {@code
 * check-region.option.all} becomes {@code share-image.check-region.all}.
 */
final class HelpBundle extends ResourceBundle {

    private static final String MARK = "option.";

    private final Map<String, String> texts = new LinkedHashMap<>();

    HelpBundle(Messages messages) {
        for (String key : messages.keys()) {
            int mark = key.indexOf(MARK);
            if (mark >= 0) {
                String command = mark == 0 ? "" : Application.PROGRAM + "." + key.substring(0, mark);
                texts.put(command + key.substring(mark + MARK.length()), UsageHelp.literal(messages.get(key)));
            }
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}

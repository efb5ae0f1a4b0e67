package dev.shareimage.app.verify;

import dev.shareimage.domain.Messages;
import java.util.function.UnaryOperator;

/** The sentences of this package. A command in them is completed for the side that runs it. */
final class Sentences {

    private final Messages plain;
    private final Messages recipients;
    private final Messages owners;

    /**
     * @param any the sentences of any part, completed for the recipient
     * @param forOwner completes commands that the owner runs
     */
    Sentences(Messages any, UnaryOperator<String> forOwner) {
        this.recipients = any.part("verify");
        this.plain = recipients.completedBy(UnaryOperator.identity());
        this.owners = recipients.completedBy(forOwner);
    }

    /** A sentence without a command. */
    String plain(String key, Object... arguments) {
        return plain.get(key, arguments);
    }

    /** What one side must do. */
    String repair(Side side, String key, Object... arguments) {
        return (side == Side.OWNER ? owners : recipients).get(key, arguments);
    }

    /** A plain command, completed for the recipient. */
    String completed(String command) {
        return repair(Side.RECIPIENT, "command", command);
    }

    boolean has(String key) {
        return plain.has(key);
    }

    /** The sentences of the side that runs the program. */
    Messages recipients() {
        return recipients;
    }
}

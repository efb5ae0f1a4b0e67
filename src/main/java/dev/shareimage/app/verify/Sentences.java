package dev.shareimage.app.verify;

import dev.shareimage.domain.Messages;
import java.util.function.UnaryOperator;

/** The sentences of this package; a command in them is completed for the side that has to run it. */
final class Sentences {

    private final Messages plain;
    private final Messages recipients;
    private final Messages owners;

    /**
     * @param any of whatever part, completed for the recipient
     * @param forOwner completes commands that the owner has to run
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

    /** What one side has to do. */
    String repair(Side side, String key, Object... arguments) {
        return (side == Side.OWNER ? owners : recipients).get(key, arguments);
    }

    /** A command that is no sentence, completed for the recipient. */
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

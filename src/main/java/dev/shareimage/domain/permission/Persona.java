package dev.shareimage.domain.permission;

import dev.shareimage.domain.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tasks of people with shared images. Each has its own permissions. */
public enum Persona {
    /** Sets up the role and its trust, and shares: everything that the program does. */
    OPERATOR("ShareImageOperator"),
    /** Shares with targets that an operator has set up. Reads the role in RAM and changes nothing there. */
    PUBLISHER("ShareImagePublisher"),
    /** Finds images that others have shared, and launches from them. */
    RECIPIENT("ShareImageRecipient"),
    /** Looks, for the owner and in a role of a recipient's account, whether images can be used there; changes nothing. */
    VERIFIER("ShareImageVerifier");

    private final String policyName;

    Persona(String policyName) {
        this.policyName = policyName;
    }

    /** The name of its policy. */
    public String policyName() {
        return policyName;
    }

    /** The name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Persona::label).toList();
    }

    /**
     * The persona with that label.
     *
     * @throws InvalidValueException if there is none
     */
    public static Persona of(String label) {
        return Arrays.stream(values())
                .filter(persona -> persona.label().equals(label))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of(label, "is not one of " + String.join(", ", labels())));
    }
}

package dev.shareimage.domain.permission;

import dev.shareimage.domain.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person does with shared images, each with permissions of its own. */
public enum Persona {
    /** Sets the role and its trust up, and shares: everything that the program does. */
    OPERATOR("ShareImageOperator"),
    /** Shares what an operator has set up; reads the role in RAM and changes nothing there. */
    PUBLISHER("ShareImagePublisher"),
    /** Finds images that others have shared, and launches from them. */
    RECIPIENT("ShareImageRecipient");

    private final String policyName;

    Persona(String policyName) {
        this.policyName = policyName;
    }

    /** The name that its policy is given. */
    public String policyName() {
        return policyName;
    }

    /** As it stands on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All labels. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Persona::label).toList();
    }

    /**
     * The duty of that label.
     *
     * @throws InvalidValueException when there is none
     */
    public static Persona of(String label) {
        return Arrays.stream(values())
                .filter(duty -> duty.label().equals(label))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of(label, "is not one of " + String.join(", ", labels())));
    }
}

package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A form of credentials in a settings file: the name that selects it, and the fields that it needs. */
interface CredentialForm {

    /** The name as it is written in the file. */
    String label();

    /** The fields that it needs. */
    List<String> fields();

    /** Whether this program can use it. */
    boolean supported();

    /**
     * The form that the profile names.
     *
     * @throws CloudException if there is no such form
     */
    static <F extends CredentialForm> F named(Profile profile, F[] forms) throws CloudException {
        String label = profile.required(profile.kind().selector());
        return Arrays.stream(forms)
                .filter(form -> form.label().equals(label))
                .findFirst()
                .orElseThrow(() -> profile.unusable("mode.unknown", Names.quoted(label), supported(forms)));
    }

    /**
     * Returns the form.
     *
     * @throws CloudException if this program does not support it
     */
    static <F extends CredentialForm> F requireSupported(F form, Profile profile, F[] forms) throws CloudException {
        if (!form.supported()) {
            throw profile.unusable("mode.unsupported", form.label(), supported(forms));
        }
        return form;
    }

    /** The names of the supported forms, for messages. */
    static String supported(CredentialForm[] forms) {
        return Arrays.stream(forms)
                .filter(CredentialForm::supported)
                .map(CredentialForm::label)
                .collect(Collectors.joining(", "));
    }
}

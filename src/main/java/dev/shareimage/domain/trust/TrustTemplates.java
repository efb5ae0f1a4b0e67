package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The statements that the vendor's guide prescribes, one template file each under {@code policy/}.
 *
 * <p>Ids are validated before they get here and hold no character that JSON would have to escape.
 */
final class TrustTemplates {

    private TrustTemplates() {}

    /** Trusts the ECS service working for each of the accounts; one account or several. */
    static ObjectNode accounts(Collection<AccountId> accounts) {
        ObjectNode statement = fill("accounts", "${accounts}", "");
        ArrayNode services = statement.withObject("Principal").putArray("Service");
        accounts.forEach(account -> services.add(Principals.of(account)));
        return statement;
    }

    /** Trusts the ECS service working for any member of the directory. */
    static ObjectNode directory(DirectoryId directory) {
        return fill("resource-directory", "${directory}", directory.value());
    }

    /** Trusts the ECS service working for any member below the folder; the asterisk stands directly on the path. */
    static ObjectNode folder(FolderPath folder) {
        return fill("folder", "${folder}", folder.value());
    }

    /** Trusts the account itself, as the console does when it creates the role. */
    static ObjectNode ownAccount(AccountId account) {
        return fill("own-account", "${account}", account.value());
    }

    private static ObjectNode fill(String template, String place, String value) {
        try (InputStream stream =
                TrustTemplates.class.getResourceAsStream("/dev/shareimage/policy/" + template + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its template " + template);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) Json.parse(text.replace(place, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(e);
        }
    }
}

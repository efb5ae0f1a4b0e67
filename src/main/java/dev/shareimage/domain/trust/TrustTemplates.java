package dev.shareimage.domain.trust;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.InvalidValueException;
import dev.shareimage.domain.ShareTarget;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * Makes the statements that the vendor's guide prescribes, each from a template file in {@code policy/}.
 *
 * <p>Ids were validated before, so they contain no character that JSON has to escape.
 */
final class TrustTemplates {

    private TrustTemplates() {}

    /** Trusts the ECS service that acts for the target. */
    static ObjectNode target(ShareTarget target) {
        if (target instanceof ShareTarget.ResourceDirectory directory) {
            return directory(directory.directory());
        }
        if (target instanceof ShareTarget.Folder folder) {
            return folder(folder.knownPath()
                    .orElseThrow(() -> new InvalidValueException(
                            "the path of folder " + folder.id() + " is unknown: give it as rd-…/r-…/" + folder.id())));
        }
        return accounts(List.of(((ShareTarget.Account) target).account()));
    }

    /** Trusts the ECS service that acts for each of the accounts. */
    static ObjectNode accounts(Collection<AccountId> accounts) {
        ObjectNode statement = fill("accounts", "${accounts}", "");
        ArrayNode services = statement.withObject("Principal").putArray("Service");
        accounts.forEach(account -> services.add(Principals.of(account)));
        return statement;
    }

    /** Trusts the ECS service that acts for any member of the directory. */
    private static ObjectNode directory(DirectoryId directory) {
        return fill("resource-directory", "${directory}", directory.value());
    }

    /** Trusts the ECS service that acts for any member below the folder. The pattern is the path and {@code *}. */
    private static ObjectNode folder(FolderPath folder) {
        return fill("folder", "${folder}", folder.value());
    }

    /** Trusts a service that works for the role's own account. */
    static ObjectNode service(String name) {
        ObjectNode statement = fill("accounts", "${accounts}", "");
        statement.withObject("Principal").putArray("Service").add(name);
        return statement;
    }

    /** Trusts the owner's own account, as the console does when it creates the role. */
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

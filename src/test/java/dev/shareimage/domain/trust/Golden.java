package dev.shareimage.domain.trust;

import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.DirectoryId;
import dev.shareimage.domain.FolderId;
import dev.shareimage.domain.FolderPath;
import dev.shareimage.domain.ShareTarget;
import java.util.List;
import java.util.Optional;

/** Targets and documents for the tests of the trust policy. */
final class Golden {

    static final ShareTarget BOB = account("1234567890123456");
    static final ShareTarget CAROL = account("2234567890123456");
    static final ShareTarget DIRECTORY = new ShareTarget.ResourceDirectory(new DirectoryId("rd-3Gxxxx"));
    static final ShareTarget FOLDER = folder("rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx");

    /** One account, as in the vendor's guide. */
    static final String ONE_ACCOUNT = "{\"Version\":\"1\",\"Statement\":[" + accounts("1234567890123456") + "]}";

    /** Several accounts. */
    static final String SEVERAL_ACCOUNTS =
            "{\"Version\":\"1\",\"Statement\":[" + accounts("1234567890123456", "2234567890123456") + "]}";

    /** The whole resource directory. */
    static final String WHOLE_DIRECTORY = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"*@ecs.aliyuncs.com\"]},"
            + "\"Condition\":{\"StringEquals\":{\"sts:ServiceOwnerRDId\":\"rd-3Gxxxx\"}}}]}";

    /** A folder. */
    static final String ONE_FOLDER = "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"*@ecs.aliyuncs.com\"]},"
            + "\"Condition\":{\"StringLike\":{\"sts:ServiceOwnerRDPath\":"
            + "\"rd-3Gxxxx/r-Wmxxxx/fd-Jyl5Uxxxxx*\"}}}]}";

    private Golden() {}

    static ShareTarget account(String id) {
        return new ShareTarget.Account(new AccountId(id));
    }

    static ShareTarget folder(String path) {
        return new ShareTarget.Folder(new FolderPath(path));
    }

    static ShareTarget folderOfUnknownPath(String id) {
        return new ShareTarget.Folder(new FolderId(id), Optional.empty());
    }

    static TrustPolicy policy(String... statements) {
        return read("{\"Version\":\"1\",\"Statement\":[" + String.join(",", statements) + "]}");
    }

    static TrustPolicy read(String document) {
        try {
            return TrustPolicy.parse(document);
        } catch (TrustPolicyException e) {
            throw new AssertionError(document, e);
        }
    }

    static String accounts(String... ids) {
        List<String> principals = List.of(ids).stream()
                .map(id -> "\"" + id + "@ecs.aliyuncs.com\"")
                .toList();
        return "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":["
                + String.join(",", principals) + "]}}";
    }

    static String anyone(String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":[\"*@ecs.aliyuncs.com\"]}"
                + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}";
    }
}

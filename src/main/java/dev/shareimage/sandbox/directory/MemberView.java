package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import dev.shareimage.sandbox.wire.Parameters;
import dev.shareimage.sandbox.world.DirectoryTree;
import dev.shareimage.sandbox.world.Member;
import java.util.List;
import java.util.Optional;

/** Members as answers show them. */
final class MemberView {

    private MemberView() {}

    /** The page of a list that the call asks for, narrowed to its key word. */
    static ObjectNode page(Call call, List<Member> members) throws ApiError {
        List<Member> found = members.stream()
                .filter(member -> isWanted(member, call.parameters()))
                .toList();
        Page page = Page.of(call.parameters());
        ObjectNode answer = Answers.object();
        page.describe(answer, found.size());
        ArrayNode nodes = Answers.wrapped(answer, "Accounts", "Account");
        DirectoryTree tree = new DirectoryTree(call.world());
        for (Member member : page.of(found)) {
            ObjectNode node = nodes.addObject();
            describe(node, member, tree);
            Answers.wrapped(node, "Tags", "Tag");
        }
        return answer;
    }

    static void describe(ObjectNode node, Member member, DirectoryTree tree) {
        node.put("AccountId", member.accountId())
                .put("AccountName", "account-" + member.accountId() + "@example.com")
                .put("DisplayName", member.displayName())
                .put("FolderId", member.folderId())
                .put("JoinMethod", member.joinMethod())
                .put("JoinTime", Answers.milliseconds(member.joined()))
                .put("ModifyTime", Answers.milliseconds(member.modified()))
                .put("ResourceDirectoryId", member.directoryId())
                .put(
                        "ResourceDirectoryPath",
                        tree.pathOfAccount(member.accountId()).orElse(""))
                .put("Status", member.joinMethod().equals("invited") ? "InviteSuccess" : "CreateSuccess")
                .put("Type", member.joinMethod().equals("invited") ? "CloudAccount" : "ResourceAccount");
    }

    private static boolean isWanted(Member member, Parameters parameters) {
        Optional<String> keyWord = parameters.find("QueryKeyword");
        return keyWord.isEmpty()
                || member.accountId().contains(keyWord.get())
                || member.displayName().contains(keyWord.get());
    }
}

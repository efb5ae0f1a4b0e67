package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.answer.Answers;
import dev.shareimage.sandbox.answer.Page;
import dev.shareimage.sandbox.answer.Slice;
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

    /** The requested part of a list, by token or by page, filtered by the key word; with paths. */
    static ObjectNode part(Call call, List<Member> members) throws ApiError {
        Parameters parameters = call.parameters();
        if (parameters.find("MaxResults").isEmpty()
                && parameters.find("NextToken").isEmpty()) {
            return page(call, members, MemberView::describe);
        }
        List<Member> found = narrowed(members, parameters);
        Slice slice = Slice.of(parameters, Page.DEFAULT_SIZE);
        ObjectNode answer = Answers.object();
        slice.describe(answer, found.size());
        answer.put("TotalCount", found.size());
        describe(answer, call, slice.of(found), MemberView::describe);
        return answer;
    }

    /** The requested page of a list, filtered by the key word; without paths. */
    static ObjectNode page(Call call, List<Member> members) throws ApiError {
        return page(call, members, (node, member, tree) -> describe(node, member));
    }

    private static ObjectNode page(Call call, List<Member> members, View view) throws ApiError {
        List<Member> found = narrowed(members, call.parameters());
        Page page = Page.of(call.parameters());
        ObjectNode answer = Answers.object();
        page.describe(answer, found.size());
        describe(answer, call, page.of(found), view);
        return answer;
    }

    private static void describe(ObjectNode answer, Call call, List<Member> members, View view) {
        ArrayNode nodes = Answers.wrapped(answer, "Accounts", "Account");
        DirectoryTree tree = new DirectoryTree(call.world());
        for (Member member : members) {
            ObjectNode node = nodes.addObject();
            view.describe(node, member, tree);
            Answers.wrapped(node, "Tags", "Tag");
        }
    }

    static void describe(ObjectNode node, Member member, DirectoryTree tree) {
        describe(node, member);
        node.put("ResourceDirectoryPath", tree.pathOfAccount(member.accountId()).orElse(""));
    }

    private static void describe(ObjectNode node, Member member) {
        node.put("AccountId", member.accountId())
                .put("AccountName", "account-" + member.accountId() + "@example.com")
                .put("DisplayName", member.displayName())
                .put("FolderId", member.folderId())
                .put("JoinMethod", member.joinMethod())
                .put("JoinTime", Answers.milliseconds(member.joined()))
                .put("ModifyTime", Answers.milliseconds(member.modified()))
                .put("ResourceDirectoryId", member.directoryId())
                .put("Status", member.joinMethod().equals("invited") ? "InviteSuccess" : "CreateSuccess")
                .put("Type", member.joinMethod().equals("invited") ? "CloudAccount" : "ResourceAccount");
    }

    private static List<Member> narrowed(List<Member> members, Parameters parameters) {
        return members.stream().filter(member -> isWanted(member, parameters)).toList();
    }

    private static boolean isWanted(Member member, Parameters parameters) {
        Optional<String> keyWord = parameters.find("QueryKeyword");
        boolean named = keyWord.isEmpty()
                || member.accountId().contains(keyWord.get())
                || member.displayName().contains(keyWord.get());
        return named && !DirectoryParameters.wantsTag(parameters);
    }

    /** The fields of a member that a call returns. */
    private interface View {
        void describe(ObjectNode node, Member member, DirectoryTree tree);
    }
}

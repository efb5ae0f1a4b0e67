package dev.shareimage.sandbox.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.sandbox.wire.Action;
import dev.shareimage.sandbox.wire.ApiError;
import dev.shareimage.sandbox.wire.Call;
import java.util.Set;

/** All members. */
final class ListAccounts implements Action.Handler {

    private static final String NAME = "resourcemanager:ListAccounts";

    static Action action() {
        return new Action(
                "ListAccounts",
                Set.of(
                        "IncludeTags",
                        "MaxResults",
                        "NextToken",
                        "PageNumber",
                        "PageSize",
                        "QueryKeyword",
                        "Tag.N.Key",
                        "Tag.N.Value"),
                NAME,
                new ListAccounts());
    }

    @Override
    public ObjectNode handle(Call call) throws ApiError {
        return MemberView.part(call, Organization.readable(call, NAME).members());
    }
}

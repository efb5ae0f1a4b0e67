package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShareTargetTest {

    @Test
    void tells_the_kind_by_the_prefix() {
        assertThat(ShareTarget.ofId("rd-3G0000"))
                .isEqualTo(new ShareTarget.ResourceDirectory(new DirectoryId("rd-3G0000")));
        assertThat(ShareTarget.ofId("fd-Jyl5U70000"))
                .isEqualTo(new ShareTarget.Folder(new FolderId("fd-Jyl5U70000"), Optional.empty()));
        assertThat(ShareTarget.ofId("2000000000000002"))
                .isEqualTo(new ShareTarget.Account(new AccountId("2000000000000002")));
        assertThatThrownBy(() -> ShareTarget.ofId("ou-1")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void is_called_as_in_the_contract() {
        assertThat(ShareTarget.ofId("2000000000000002").type()).isEqualTo("account");
        assertThat(ShareTarget.ofId("rd-3G0000").type()).isEqualTo("resource-directory");
        ShareTarget folder = new ShareTarget.Folder(new FolderPath("rd-3G0000/r-Wm0000/fd-Jyl5U70000"));
        assertThat(folder.type()).isEqualTo("folder");
        assertThat(folder.id()).isEqualTo("fd-Jyl5U70000");
    }
}

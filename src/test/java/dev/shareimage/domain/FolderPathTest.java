package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderPathTest {

    private final FolderPath parent = new FolderPath("rd-3G0000/r-Wm0000/fd-Jyl5U70000");
    private final FolderPath child = new FolderPath("rd-3G0000/r-Wm0000/fd-Jyl5U70000/fd-Kzm6V80000");

    @Test
    void knows_its_directory_and_its_folder() {
        assertThat(child.directory()).isEqualTo(new DirectoryId("rd-3G0000"));
        assertThat(child.folder()).isEqualTo(new FolderId("fd-Kzm6V80000"));
    }

    @Test
    void contains_itself_and_what_lies_below() {
        assertThat(parent.contains(parent)).isTrue();
        assertThat(parent.contains(child)).isTrue();
        assertThat(child.contains(parent)).isFalse();
    }

    @Test
    void contains_no_sibling_whose_id_has_the_same_beginning() {
        FolderPath sibling = new FolderPath(parent.value() + "1");

        assertThat(parent.contains(sibling)).isFalse();
    }
}

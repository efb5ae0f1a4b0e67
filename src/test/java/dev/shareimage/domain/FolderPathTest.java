package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FolderPathTest {

    private final FolderPath path = new FolderPath("rd-3G0000/r-Wm0000/fd-Jyl5U70000/fd-Kzm6V80000");

    @Test
    void knows_its_directory_and_its_folder() {
        assertThat(path.directory()).isEqualTo(new DirectoryId("rd-3G0000"));
        assertThat(path.folder()).isEqualTo(new FolderId("fd-Kzm6V80000"));
    }
}

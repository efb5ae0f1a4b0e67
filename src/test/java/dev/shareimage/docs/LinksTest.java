package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link between pages has an existing target, and a link leads to every page. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    @Test
    void lead_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!link.group(1).startsWith("https:") && !leadsSomewhere(page, link.group(1), link.group(2))) {
                    broken.add(page + ": " + link.group());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void every_picture_is_shown_by_a_page() throws IOException {
        try (Stream<Path> pictures = Files.list(SitePages.SITE.resolve("images"))) {
            String pages = text(SitePages.SITE);
            assertThat(pictures.map(picture -> "](images/" + picture.getFileName() + ")"))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(pages).contains(link));
        }
    }

    private static String text(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> pages = Files.list(folder)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(page));
            }
        }
        return text.toString();
    }

    @Test
    void every_page_is_on_the_map() throws IOException {
        String map = Files.readString(SitePages.SITE.resolve("index.md"));
        try (Stream<Path> pages = Files.list(SitePages.SITE)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("index.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(map).contains("](" + name + ")"));
        }
    }

    private static boolean leadsSomewhere(Path page, String file, String heading) throws IOException {
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(target) && (heading == null || headings(target).contains(heading));
    }

    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\d _-]", "").replace(' ', '-'))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        for (Path folder : List.of(SitePages.SITE, Path.of(".github"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }
}

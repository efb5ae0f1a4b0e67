package dev.shareimage.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SeedWorldTest {

    @Test
    void every_line_is_kept_under_the_key_of_its_thing() {
        World world = SeedWorld.create();

        world.tables().forEach((kind, table) -> {
            table.forEachText((key, text) ->
                    assertThat(table.find(key).orElseThrow().key()).as(kind).isEqualTo(key));
        });
    }

    @Test
    void survives_being_parsed_and_written() throws IOException {
        World world = SeedWorld.create();
        String before = lines(world);
        world.tables().values().forEach(SeedWorldTest::rewrite);

        assertThat(lines(world)).isEqualTo(before);
    }

    @Test
    void reads_what_it_wrote() throws IOException {
        String text = lines(SeedWorld.create());
        World copy = new World();
        WorldLines.read(new BufferedReader(new StringReader(text)), copy);

        assertThat(lines(copy)).isEqualTo(text);
    }

    private static <T extends Entity> void rewrite(Table<T> table) {
        table.stream().toList().forEach(table::put);
    }

    private static String lines(World world) throws IOException {
        StringWriter writer = new StringWriter();
        WorldLines.write(world, writer);
        return writer.toString();
    }
}

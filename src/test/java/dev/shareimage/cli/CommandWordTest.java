package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

class CommandWordTest {

    @Test
    void knows_each_option_that_needs_a_value() {
        Set<String> withValue = ProgramModel.options().stream()
                .filter(option -> option.arity().min() > 0)
                .flatMap(option -> Stream.of(option.names()))
                .collect(Collectors.toSet());

        assertThat(CommandWord.WITH_VALUE).isEqualTo(withValue);
    }

    @Test
    void each_flag_says_that_it_takes_no_value() {
        assertThat(ProgramModel.options().stream()
                        .filter(option -> option.typeInfo().isBoolean()))
                .allSatisfy(option -> {
                    assertThat(option.arity().max()).as(option.longestName()).isZero();
                    assertThat(option.arity().isUnspecified())
                            .as(option.longestName())
                            .isFalse();
                });
    }

    @Test
    void each_option_of_another_type_than_text_and_flags_has_its_own_converter() {
        assertThat(ProgramModel.options().stream().filter(option -> option.converters().length == 0))
                .allSatisfy(option ->
                        assertThat(option.type()).as(option.longestName()).isIn(String.class, boolean.class));
    }

    @Test
    void no_two_commands_give_one_option_another_kind_of_value() {
        assertThat(Commands.program().getSubcommands().values().stream()
                        .flatMap(command -> command.getCommandSpec().options().stream())
                        .collect(Collectors.groupingBy(
                                OptionSpec::longestName,
                                Collectors.mapping(
                                        option -> List.of(option.names()) + " " + option.arity(), Collectors.toSet()))))
                .allSatisfy((name, kinds) -> assertThat(kinds).as(name).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            share --image-id m-1                     | share       | --image-id m-1
            --region cn-hongkong list-shares         | list-shares | --region cn-hongkong
            -y -o json unshare --image-id m-1        | unshare     | -y -o json --image-id m-1
            -yo json doctor                          | doctor      | -yo json
            -ojson doctor                            | doctor      | -ojson
            -fapply apply                            | apply       | -fapply
            --profile share export                   | export      | --profile share
            --profile=share export help              | export      | --profile=share help
            --sandbox reset sandbox                  | sandbox     | --sandbox reset
            help share                               | help        | share
            """)
    void finds_the_command(String arguments, String command, String others) {
        CommandWord word = CommandWord.of(List.of(arguments.split(" ")));

        assertThat(word.named()).hasValue(command);
        assertThat(word.others()).containsExactly(others.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"--image-id share", "-f apply", "-- help", "--accounts 2000000000000002", "shar"})
    void finds_none_in_a_value_and_behind_the_end_of_options(String arguments) {
        assertThat(CommandWord.of(List.of(arguments.split(" "))).named()).isEmpty();
    }
}

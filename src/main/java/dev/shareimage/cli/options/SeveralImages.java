package dev.shareimage.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Several images may follow {@code --image-id}, separated by spaces. Each gets the option before it. */
final class SeveralImages implements IParameterPreprocessor {

    private static final String PREFIX = "m-";

    @Override
    @SuppressWarnings("JdkObsolete") // The library's own signature.
    public boolean preprocess(
            Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> information) {
        if (arguments.isEmpty()) {
            return false;
        }
        String first = arguments.pop();
        List<String> others = new ArrayList<>();
        while (!arguments.isEmpty() && isImage(arguments.peek())) {
            others.add(0, "--image-id=" + arguments.pop());
        }
        others.forEach(arguments::push);
        arguments.push(first);
        return false;
    }

    private static boolean isImage(String argument) {
        return argument.startsWith(PREFIX) || argument.indexOf(":" + PREFIX) > 0 && !argument.startsWith("-");
    }
}

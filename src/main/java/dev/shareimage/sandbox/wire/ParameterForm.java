package dev.shareimage.sandbox.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules for the parameters of every product: a truth value is true or false, and numbered parameters are counted
 * from 1 without a gap. The code of the refusal is assumed. A gap is not ignored, because the parameters after it would
 * be silently dropped.
 */
final class ParameterForm {

    /** The parameters that the API metadata calls Boolean, of all products; {@code .N} stands for a number. */
    private static final Set<String> BOOLEANS = Set.of(
            "All",
            "AllowExternalTargets",
            "CascadingDelete",
            "DataDisk.N.BurstingEnabled",
            "DataDisk.N.DeleteWithInstance",
            "DataDisk.N.Encrypted",
            "DeleteAutoSnapshot",
            "DeleteWithInstance",
            "DryRun",
            "EnableAutoSnapshot",
            "EnableAutomaticRotation",
            "EnableAutomatedSnapshotPolicy",
            "EnableShared",
            "Encrypted",
            "Force",
            "ForceStop",
            "ImageOptions.LoginAsNonRoot",
            "IncludeTags",
            "IsPublic",
            "IsSupportCloudinit",
            "IsSupportIoOptimized",
            "Portable",
            "Replace",
            "ShowExpired",
            "SystemDisk.Encrypted",
            "Usable",
            "Verbose");

    private static final Pattern NUMBER = Pattern.compile("\\.(\\d+)(?=\\.|$)");

    private ParameterForm() {}

    /** The name with {@code .N} for each number. */
    static String numberless(String name) {
        return NUMBER.matcher(name).replaceAll(".N");
    }

    /**
     * @throws ApiError 400 {@code InvalidParameter} naming the parameter
     */
    static void check(Map<String, String> parameters) throws ApiError {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (BOOLEANS.contains(numberless(parameter.getKey())) && !isBoolean(parameter.getValue())) {
                throw invalid(parameter.getKey());
            }
        }
        for (Map.Entry<String, Set<String>> list : numbers(parameters.keySet()).entrySet()) {
            for (int i = 1; i <= list.getValue().size(); i++) {
                if (!list.getValue().contains(Integer.toString(i))) {
                    throw invalid(list.getKey() + "." + i);
                }
            }
        }
    }

    /**
     * @param name of the parameter that is wrong or missing
     */
    static ApiError invalid(String name) {
        return new ApiError(400, "InvalidParameter", "The specified parameter \"" + name + "\" is not valid.");
    }

    private static boolean isBoolean(String value) {
        return value.isBlank() || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    /** The numbers of each list, by the part of the name before them. */
    private static Map<String, Set<String>> numbers(Set<String> names) {
        Map<String, Set<String>> numbers = new HashMap<>();
        for (String name : names) {
            Matcher matcher = NUMBER.matcher(name);
            while (matcher.find()) {
                numbers.computeIfAbsent(name.substring(0, matcher.start()), list -> new HashSet<>())
                        .add(matcher.group(1));
            }
        }
        return numbers;
    }
}

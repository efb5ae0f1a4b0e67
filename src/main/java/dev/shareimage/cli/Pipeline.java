package dev.shareimage.cli;

import java.util.Map;

/**
 * The pipeline that a command runs in, if any.
 *
 * @param present whether all output goes into a log, as {@code CI} says in all pipelines
 * @param gitHub whether it is GitHub Actions
 */
record Pipeline(boolean present, boolean gitHub) {

    static Pipeline of(Map<String, String> environment) {
        boolean gitHub = environment.getOrDefault("GITHUB_ACTIONS", "").equals("true");
        String mark = environment.getOrDefault("CI", "");
        return new Pipeline(gitHub || !mark.isEmpty() && !mark.equals("false") && !mark.equals("0"), gitHub);
    }
}

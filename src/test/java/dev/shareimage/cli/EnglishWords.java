package dev.shareimage.cli;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds English words in a line of Japanese or Chinese, other than names, codes and parts of commands. */
final class EnglishWords {

    /** Commands to paste. A command ends where the sentence continues in the other script. */
    private static final Pattern PASTED =
            Pattern.compile("^```\\w+$|`[^`]*`|\\b(share-image|aliyun|eval|source) [ -~&&[^`;]]*"
                    + "|^ *\"[A-Za-z]+\": (\"[^\"]*\",?|\\[|\\{)$");

    /** A Terraform block with its name. */
    private static final Pattern TERRAFORM = Pattern.compile("^ *(resource \"\\w+\" \"\\w+\" \\{|\\w+ += .*)$");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

    /** Quoted input and names. */
    private static final Pattern QUOTED = Pattern.compile("'[^' ]*'");

    /** Ids, files, tags and actions: words with a digit, a sign or an inner capital letter. */
    private static final Pattern CODE =
            Pattern.compile("[\\w-]*[\\w/@*](?:[0-9_./:：*@=-]+\\w*)+|\\w*[a-z0-9][A-Z]\\w*");

    /** Placeholders in a command, and names of products. */
    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z0-9]+s?\\b");

    private static final Pattern PRODUCTS = Pattern.compile(
            "Alibaba Cloud|Key Management Service|Elastic Compute Service|Terraform|Packer|Java|Web(?= ページ)");

    /** The name of an image of the sandbox, with the rest of its escapes. */
    private static final Pattern HOSTILE = Pattern.compile("evil\\P{L}+\\[31m\\P{L}+0;owned\\P{L}+-image");

    /** Names of commands, formats, languages, products and members, and states of the cloud. */
    private static final Set<String> NAMES = Set.of(
            "share",
            "unshare",
            "export",
            "rules",
            "echo",
            "html",
            "account",
            "image",
            "key",
            "fix",
            "doctor",
            "verify",
            "apply",
            "report",
            "policy",
            "sandbox",
            "serve",
            "reset",
            "env",
            "help",
            "bash",
            "zsh",
            "fish",
            "json",
            "yaml",
            "tsv",
            "csv",
            "table",
            "markdown",
            "en",
            "ja",
            "zh",
            "ecs",
            "ram",
            "sts",
            "kms",
            "resourcesharing",
            "resourcedirectory",
            "quotas",
            "type",
            "switch",
            "group",
            "zone",
            "category",
            "size",
            "status",
            "id",
            "images",
            "exceptions",
            "Enter",
            "shrae",
            "Enabled",
            "Disabled",
            "Creating",
            "Available",
            "System",
            "true",
            "false");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private EnglishWords() {}

    static List<String> in(String line) {
        String bare = line;
        for (Pattern allowed : List.of(PASTED, TERRAFORM, HOSTILE, OPTION, QUOTED, PRODUCTS, CODE, CAPITALS)) {
            bare = allowed.matcher(bare).replaceAll(" ");
        }
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !NAMES.contains(word))
                .toList();
    }
}

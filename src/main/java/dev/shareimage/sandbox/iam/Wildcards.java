package dev.shareimage.sandbox.iam;

/** Patterns in which {@code *} stands for any text and {@code ?} for one character. */
final class Wildcards {

    private Wildcards() {}

    /** In time proportional to the product of both lengths at worst: no pattern makes it explode. */
    static boolean matches(String pattern, String text) {
        int inPattern = 0;
        int inText = 0;
        int star = -1;
        int textAtStar = 0;
        while (inText < text.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                textAtStar = inText;
            } else if (inPattern < pattern.length() && isMatch(pattern.charAt(inPattern), text.charAt(inText))) {
                inPattern++;
                inText++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inText = ++textAtStar;
            } else {
                return false;
            }
        }
        while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
            inPattern++;
        }
        return inPattern == pattern.length();
    }

    private static boolean isMatch(char inPattern, char inText) {
        return inPattern == '?' || inPattern == inText;
    }
}

package dev.shareimage.domain.trust;

import java.util.Locale;

/** What is known about the value of a condition key in requests for a target. */
sealed interface KnownText {

    Extent equalTo(String value);

    Extent like(Glob pattern);

    /** The same in lower case, for comparisons that ignore case. */
    KnownText folded();

    /** Whether the requests are known to have the key. */
    boolean present();

    /** Exactly this text. */
    record Exact(String text) implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return Extent.of(text.equals(value));
        }

        @Override
        public Extent like(Glob pattern) {
            return Extent.of(pattern.matches(text));
        }

        @Override
        public KnownText folded() {
            return new Exact(text.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean present() {
            return true;
        }
    }

    /** A longer text with this beginning, which is different for each account. */
    record Beginning(String text) implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return value.startsWith(text) ? Extent.PART : Extent.NONE;
        }

        @Override
        public Extent like(Glob pattern) {
            if (pattern.matchesAllFrom(text)) {
                return Extent.ALL;
            }
            return pattern.matchesSomeFrom(text) ? Extent.PART : Extent.NONE;
        }

        @Override
        public KnownText folded() {
            return new Beginning(text.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean present() {
            return true;
        }
    }

    /** A value that is not in this directory, or no value: the account is in another directory or in none. */
    record Outside(String directory) implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return (value + "/").startsWith(directory + "/") ? Extent.NONE : Extent.UNKNOWN;
        }

        @Override
        public Extent like(Glob pattern) {
            String beginning = pattern.hasWildcard() ? pattern.beginning() : pattern.beginning() + "/";
            return beginning.startsWith(directory + "/") ? Extent.NONE : Extent.UNKNOWN;
        }

        @Override
        public KnownText folded() {
            return new Unknown();
        }

        @Override
        public boolean present() {
            return false;
        }
    }

    /** Any value or none. */
    record Unknown() implements KnownText {
        @Override
        public Extent equalTo(String value) {
            return Extent.UNKNOWN;
        }

        @Override
        public Extent like(Glob pattern) {
            return Extent.UNKNOWN;
        }

        @Override
        public KnownText folded() {
            return this;
        }

        @Override
        public boolean present() {
            return false;
        }
    }
}

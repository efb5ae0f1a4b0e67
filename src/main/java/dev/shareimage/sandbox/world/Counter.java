package dev.shareimage.sandbox.world;

/** How many ids with a prefix were given out. */
record Counter(String prefix, int given) implements Entity {

    @Override
    public String key() {
        return prefix;
    }
}

package dev.shareimage.cli.options;

/** The command line cannot be understood or makes no sense; nothing was called. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key of the sentence that says what is wrong
     * @param arguments what is filled in
     */
    public UsageException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** The key of the sentence that says what is wrong. */
    public String key() {
        return key;
    }

    /** What is filled into the sentence. */
    public Object[] arguments() {
        return arguments.clone();
    }
}

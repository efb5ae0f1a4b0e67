package dev.shareimage.sandbox.wire;

import java.util.List;

/** The API of one product at one version: a list of actions over the world. */
public interface Api {

    /** As clients name it, such as {@code Ecs}. */
    String product();

    /** Such as {@code 2014-05-26}; product and version are told apart by this alone where a client sends no product. */
    String version();

    /** Every call it answers. */
    List<Action> actions();
}

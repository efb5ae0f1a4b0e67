package dev.shareimage.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which options that every command takes the help of a command explains, besides those for its output: names of groups, or
 * of single options.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Explains {

    String[] value();
}

/** The sandbox for JUnit 5; needs the sandbox's artifact and JUnit alone, so that it can be copied elsewhere. */
@NullMarked
package dev.shareimage.sandbox.junit;

import org.jspecify.annotations.NullMarked;

/** The sandbox for JUnit 5. Needs only the sandbox's artifact and JUnit, so that it can be copied elsewhere. */
@NullMarked
package dev.shareimage.sandbox.junit;

import org.jspecify.annotations.NullMarked;

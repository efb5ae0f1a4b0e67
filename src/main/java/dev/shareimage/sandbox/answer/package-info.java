/** The common parts of the answers of all products: pages, tokens, times, wildcards. */
@NullMarked
package dev.shareimage.sandbox.answer;

import org.jspecify.annotations.NullMarked;

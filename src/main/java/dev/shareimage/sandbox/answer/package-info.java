/** What the answers of all products have in common: pages, tokens, times, wild cards. */
@NullMarked
package dev.shareimage.sandbox.answer;

import org.jspecify.annotations.NullMarked;

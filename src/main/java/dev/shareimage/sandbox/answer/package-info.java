/** What the answers of all products share: pages, tokens, times, wildcards. */
@NullMarked
package dev.shareimage.sandbox.answer;

import org.jspecify.annotations.NullMarked;

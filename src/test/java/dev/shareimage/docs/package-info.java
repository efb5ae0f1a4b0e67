/** What the pages and the sentences for people promise, held to what the program is. */
@NullMarked
package dev.shareimage.docs;

import org.jspecify.annotations.NullMarked;

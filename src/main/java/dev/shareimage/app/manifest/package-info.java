/** A manifest of who is to have which image: read strictly, written as YAML. */
@NullMarked
package dev.shareimage.app.manifest;

import org.jspecify.annotations.NullMarked;

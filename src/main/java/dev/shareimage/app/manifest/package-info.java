/** Manifests of shares: read strictly, written as YAML. */
@NullMarked
package dev.shareimage.app.manifest;

import org.jspecify.annotations.NullMarked;

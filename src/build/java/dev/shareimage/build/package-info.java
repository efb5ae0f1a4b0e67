/** Steps of the build, which run on the compiled classes. Nothing of this is part of the program. */
package dev.shareimage.build;

/** The port to a Mac and Apple's command-line tools behind it. */
@NullMarked
package dev.cmdm.macos;

import org.jspecify.annotations.NullMarked;

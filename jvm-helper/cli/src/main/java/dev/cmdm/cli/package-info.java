/** The command line and the session over standard input and output. */
@NullMarked
package dev.cmdm.cli;

import org.jspecify.annotations.NullMarked;

/** The port to an MDM server: capabilities and limits, what can be asked of it, and what all products share. */
@NullMarked
package dev.cmdm.mdm;

import org.jspecify.annotations.NullMarked;

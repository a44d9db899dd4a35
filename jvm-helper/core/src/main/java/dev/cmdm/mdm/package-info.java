/** The port to an MDM server: capabilities and limits, and what can be asked of it. */
@NullMarked
package dev.cmdm.mdm;

import org.jspecify.annotations.NullMarked;

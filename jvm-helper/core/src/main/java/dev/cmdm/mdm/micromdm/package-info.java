/** MicroMDM, one class per endpoint, with its quirks. */
@NullMarked
package dev.cmdm.mdm.micromdm;

import org.jspecify.annotations.NullMarked;

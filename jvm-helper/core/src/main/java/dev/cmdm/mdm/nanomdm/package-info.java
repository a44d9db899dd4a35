/** NanoMDM and NanoHUB, one class per endpoint, with its quirks. */
@NullMarked
package dev.cmdm.mdm.nanomdm;

import org.jspecify.annotations.NullMarked;

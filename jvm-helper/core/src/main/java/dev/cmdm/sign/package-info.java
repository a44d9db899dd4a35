/**
 * Signed envelopes around profiles: CMS SignedData with the profile inside. (RFC 5652.) Nothing else in
 * this library parses them, and none of Bouncy Castle is loaded until there is one.
 */
@NullMarked
package dev.cmdm.sign;

import org.jspecify.annotations.NullMarked;

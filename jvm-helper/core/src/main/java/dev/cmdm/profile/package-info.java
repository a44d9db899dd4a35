/** Profile, payload, identifier, scope and fingerprint; opening of signed envelopes through a port. */
@NullMarked
package dev.cmdm.profile;

import org.jspecify.annotations.NullMarked;

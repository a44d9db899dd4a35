/**
 * What a configuration profile is: identifier, scope, payloads, fingerprint. (Apple, TopLevel.yaml and
 * CommonPayloadKeys.yaml.) Signed envelopes are opened through a port.
 */
@NullMarked
package dev.cmdm.profile;

import org.jspecify.annotations.NullMarked;

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a server showed of itself beside its answer.
 *
 * @param address where it is
 * @param tls the version that was agreed on, such as {@code TLSv1.3}; nothing without TLS
 * @param certificateUntil when its certificate expires
 * @param skew how far its clock is ahead of this machine's; negative when behind; nothing when it does not tell
 * @param remaining how many calls it still takes; nothing when it does not tell
 * @param reset how long until it takes more; nothing when it does not tell
 */
public record Meeting(
        String address,
        Optional<String> tls,
        Optional<Instant> certificateUntil,
        Optional<Duration> skew,
        Optional<Long> remaining,
        Optional<Duration> reset) {}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.facts.MacosVersion;
import java.time.Duration;
import java.util.List;

/**
 * What does not change about a Mac.
 *
 * @param name its name in the world file
 * @param serial serial number
 * @param udid hardware UUID, which is the UDID of the MDM protocol
 * @param macos its release
 * @param model its model identifier, such as Mac14,2
 * @param build its build number, such as 24B83
 * @param users the people who have an account
 * @param shortestDelay the least time from a push to the check-in
 * @param longestDelay the most time from a push to the check-in
 * @param listingLag how long after the acknowledgement of a command the listing shows what it did
 */
public record MacSettings(
        String name,
        String serial,
        String udid,
        MacosVersion macos,
        String model,
        String build,
        List<User> users,
        Duration shortestDelay,
        Duration longestDelay,
        Duration listingLag) {

    /** A person with an account: short name and numeric user id. */
    public record User(String name, int uid) {}
}

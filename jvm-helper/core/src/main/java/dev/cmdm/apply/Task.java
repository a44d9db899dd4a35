// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.desired.Desired;
import dev.cmdm.device.Device;
import dev.cmdm.installed.Installed;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Policy;
import java.time.Duration;

/**
 * A plan to carry out.
 *
 * @param plan what to do; steps that are not to be done have been taken out of it
 * @param desired what was declared, in the order in which profiles are sent
 * @param installed the reading that the plan was made from
 * @param device which Mac
 * @param policy the site's rules
 * @param patience how long to wait for all that was sent, together
 */
public record Task(Plan plan, Desired desired, Installed installed, Device device, Policy policy, Duration patience) {}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The effects that a server needs.
 *
 * @param random draws keys and ids
 * @param scheduler runs what happens later than the answer
 * @param apns carries pushes to the Macs
 * @param http sends webhooks
 */
public record ServerSurroundings(
        Clock clock, SecureRandom random, ScheduledExecutorService scheduler, Apns apns, HttpClient http) {}

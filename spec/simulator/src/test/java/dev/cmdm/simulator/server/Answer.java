// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.util.Map;

/** What a server sent, without the Date; header names in lower case, body as text in ISO 8859-1. */
record Answer(int status, Map<String, String> headers, String body) {}

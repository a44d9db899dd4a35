// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

/**
 * A command in a Mac's queue.
 *
 * @param uuid its CommandUUID, which nothing keeps from being there twice
 * @param plist the property list that the Mac will get
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
record QueuedCommand(String uuid, byte[] plist) {}

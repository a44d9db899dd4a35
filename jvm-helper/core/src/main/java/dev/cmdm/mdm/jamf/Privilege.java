// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

/** What a call needs the API client or user to be allowed, as Jamf Pro names it. (Jamf, Classic and Pro API privileges.) */
enum Privilege {
    /** When a Mac is looked up, or its history read. */
    READ_COMPUTERS("Read Computers"),
    /** When objects are looked for. */
    READ_PROFILES("Read macOS Configuration Profiles"),
    /** When an object is made. */
    CREATE_PROFILES("Create macOS Configuration Profiles"),
    /** When the members of a group are read. */
    READ_GROUPS("Read Static Computer Groups"),
    /** When the group of an object is made. */
    CREATE_GROUPS("Create Static Computer Groups"),
    /** When a Mac joins or leaves a group. */
    UPDATE_GROUPS("Update Static Computer Groups"),
    /** When the outcome of a delivery is asked for. */
    VIEW_COMMANDS("View MDM command information in Jamf Pro API"),
    /** When a Mac is woken. */
    SEND_COMMANDS("Send MDM command information in Jamf Pro API");

    private final String words;

    Privilege(String words) {
        this.words = words;
    }

    /** Whether no delivery goes without it; pushes are not everybody's. */
    boolean always() {
        return this != SEND_COMMANDS;
    }

    String words() {
        return words;
    }
}

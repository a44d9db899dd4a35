// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.util.Locale;

/** The servers that can be simulated, each with its storage, on which answers depend. */
public enum Product {
    /** MicroMDM with its built-in queue. */
    MICROMDM,
    /** NanoMDM with its default storage in files. */
    NANOMDM_FILEKV,
    /** NanoMDM on PostgreSQL. */
    NANOMDM_PGSQL,
    /** NanoHUB, which has NanoMDM's API under a prefix, with NanoMDM's storage in files. */
    NANOHUB,
    /** MDMDirector with a MicroMDM below it. */
    MDMDIRECTOR,
    /** Workspace ONE UEM. */
    WORKSPACEONE,
    /** Jamf Pro. */
    JAMF,
    /** Fleet, with the NanoMDM inside it on MySQL. */
    FLEET;

    /**
     * The product of a world file.
     *
     * @param product "micromdm", "nanomdm", "nanohub", "mdmdirector", "workspaceone", "jamf" or "fleet"
     * @param storage "filekv" or "pgsql" for NanoMDM, "file" for NanoHUB, "builtin" for MicroMDM; empty for the usual one
     * @throws BadServerException if there is no such product
     */
    public static Product of(String product, String storage) {
        return switch (product.toLowerCase(Locale.ROOT) + "/" + storage.toLowerCase(Locale.ROOT)) {
            case "nanomdm/", "nanomdm/filekv" -> NANOMDM_FILEKV;
            case "nanomdm/pgsql" -> NANOMDM_PGSQL;
            case "nanohub/", "nanohub/file" -> NANOHUB;
            case "micromdm/", "micromdm/builtin" -> MICROMDM;
            case "fleet/" -> FLEET;
            case "mdmdirector/" -> MDMDIRECTOR;
            case "workspaceone/" -> WORKSPACEONE;
            case "jamf/" -> JAMF;
            default ->
                throw new BadServerException(
                        "product",
                        product + " with storage \"" + storage + "\"",
                        "micromdm, mdmdirector, nanohub, workspaceone, jamf, fleet, or nanomdm with storage filekv or pgsql");
        };
    }
}

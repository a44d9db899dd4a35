// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.fleet.Fleet;
import dev.cmdm.mdm.jamf.JamfPro;
import dev.cmdm.mdm.mdmdirector.MdmDirector;
import dev.cmdm.mdm.micromdm.MicroMdm;
import dev.cmdm.mdm.nanomdm.NanoMdm;
import dev.cmdm.mdm.workspaceone.WorkspaceOne;
import java.util.Locale;
import java.util.Map;

/** A server to be tried: how it is simulated, and how cmdm is told to speak to it. */
enum Subject {
    MICROMDM("MicroMDM", MicroMdm.PRODUCT, "\"losesConcurrent\": true"),
    NANOMDM("NanoMDM (files)", NanoMdm.PRODUCT, "\"storage\": \"filekv\""),
    NANOMDM_SQL("NanoMDM (SQL)", NanoMdm.PRODUCT, "\"storage\": \"pgsql\""),
    NANOHUB("NanoHUB", NanoMdm.HUB, ""),
    MDMDIRECTOR("MDMDirector", MdmDirector.PRODUCT, ""),
    WORKSPACEONE(
            "Workspace ONE", WorkspaceOne.PRODUCT, "", Map.of("mdm.user", "cmdm"), Map.of("mdm.tenant_code", "tenant")),
    WORKSPACEONE_OBJECTS(
            "Workspace ONE (objects)",
            WorkspaceOne.PRODUCT,
            "",
            Map.of(
                    "mdm.user", "cmdm",
                    "mdm.command_limit", "0",
                    "mdm.objects", "true",
                    "mdm.group", "1234",
                    "mdm.smart_group", "55"),
            Map.of("mdm.tenant_code", "tenant")),
    JAMF("Jamf Pro", JamfPro.PRODUCT, "", Map.of("mdm.user", "cmdm"), Map.of()),
    FLEET("Fleet", Fleet.PRODUCT, ""),
    FLEET_OBJECTS("Fleet (profiles)", Fleet.PRODUCT, "", Map.of("mdm.objects", "true"), Map.of());

    private final String title;
    private final Product product;
    private final String fields;
    private final Map<String, String> settings;
    private final Map<String, String> secrets;

    Subject(String title, Product product, String fields) {
        this(title, product, fields, Map.of(), Map.of());
    }

    Subject(String title, Product product, String fields, Map<String, String> settings, Map<String, String> secrets) {
        this.title = title;
        this.product = product;
        this.fields = fields;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** As people call it. */
    String title() {
        return title;
    }

    /** Its name in a world and in an option. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Product product() {
        return product;
    }

    /** What the description of its simulated server has beside the usual, as JSON; empty for nothing. */
    String fields() {
        return fields;
    }

    /** What is set for it beside URL and credential. */
    Map<String, String> settings() {
        return settings;
    }

    /** The secrets that settings name the source of. */
    Map<String, String> secrets() {
        return secrets;
    }
}

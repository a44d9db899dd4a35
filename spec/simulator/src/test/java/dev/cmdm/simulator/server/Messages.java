// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.util.Base64;
import java.util.HexFormat;

/** Property lists that Macs and callers send. */
final class Messages {
    static final String UDID = "0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0";
    static final String SERIAL = "C02TEST00001";
    static final String TOKEN = "5a".repeat(32);

    private static final String PLIST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict>%s</dict></plist>
            """;

    private Messages() {}

    static String authenticate() {
        return plist(string("MessageType", "Authenticate") + string("SerialNumber", SERIAL) + string("UDID", UDID));
    }

    /** A token of the length that Apple's have. */
    static String tokenUpdate() {
        return plist(string("MessageType", "TokenUpdate")
                + string("PushMagic", "magic")
                + "<key>Token</key><data>"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(TOKEN))
                + "</data>"
                + string("Topic", Stage.TOPIC)
                + string("UDID", UDID));
    }

    static String checkOut() {
        return plist(string("MessageType", "CheckOut") + string("UDID", UDID));
    }

    static String idle() {
        return plist(string("Status", "Idle") + string("UDID", UDID));
    }

    static String report(String status, String commandUuid) {
        return plist(string("CommandUUID", commandUuid) + string("Status", status) + string("UDID", UDID));
    }

    /** A report of one error. */
    static String refusal(String commandUuid, String domain, int code) {
        return plist(string("CommandUUID", commandUuid) + string("Status", "Error") + string("UDID", UDID)
                + "<key>ErrorChain</key><array><dict><key>ErrorCode</key><integer>" + code + "</integer>"
                + string("ErrorDomain", domain) + string("LocalizedDescription", "Nein")
                + string("USEnglishDescription", "No") + "</dict></array>");
    }

    static String profileList(String commandUuid) {
        return plist("<key>Command</key><dict>" + string("RequestType", "ProfileList") + "</dict>"
                + string("CommandUUID", commandUuid));
    }

    static String installProfile(String commandUuid, String identifier) {
        var profile = plist(string("PayloadIdentifier", identifier) + string("PayloadType", "Configuration"));
        return plist("<key>Command</key><dict>" + string("RequestType", "InstallProfile") + "<key>Payload</key><data>"
                + Base64.getEncoder().encodeToString(Stage.bytes(profile)) + "</data></dict>"
                + string("CommandUUID", commandUuid));
    }

    private static String plist(String content) {
        return PLIST.formatted(content);
    }

    private static String string(String key, String value) {
        return "<key>" + key + "</key><string>" + value + "</string>";
    }
}

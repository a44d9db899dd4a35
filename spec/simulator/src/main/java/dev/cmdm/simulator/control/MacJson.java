// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import dev.cmdm.simulator.facts.MacErrors.MacError;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.mac.AnsweredCommand;
import dev.cmdm.simulator.mac.InstalledProfile;
import dev.cmdm.simulator.mac.MacFaults;
import dev.cmdm.simulator.mac.MacFaults.ErrorFault;
import dev.cmdm.simulator.mac.MacFaults.ListingFault;
import dev.cmdm.simulator.mac.MacState;
import dev.cmdm.simulator.mac.SimulatedMac;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Macs as JSON, and their faults from JSON. */
final class MacJson {
    private static final String LISTING_WORDS = "none, fails, empty, garbage, noise, sentence or truncated is expected";

    private MacJson() {}

    static Map<String, Object> mac(SimulatedMac mac) {
        MacState state = mac.state();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("serial", state.mac().serial());
        json.put("udid", state.mac().udid());
        json.put("macos", state.mac().macos().text());
        json.put("enrolled", state.server().isPresent());
        json.put("approval", state.approval().word());
        json.put("profiles", state.profiles().stream().map(MacJson::profile).toList());
        json.put("commandsAnswered", mac.commands().size());
        json.put("checkIns", mac.checkIns());
        json.put("asleep", state.faults().asleep());
        return json;
    }

    static List<Map<String, Object>> commands(SimulatedMac mac) {
        return mac.commands().stream().map(MacJson::command).toList();
    }

    static MacFaults faults(Fields fields) {
        MacFaults faults = new MacFaults(
                fields.flag("asleep"),
                count(fields, "unanswered"),
                count(fields, "notNow"),
                fields.findObject("error").map(MacJson::errorFault),
                fields.findWord("listing", MacJson::listingFault, LISTING_WORDS).orElse(ListingFault.NONE),
                fields.findSeconds("listingLagSeconds"));
        fields.end();
        return faults;
    }

    private static int count(Fields fields, String field) {
        int count = fields.findInteger(field).orElse(0);
        if (count < 0) {
            throw fields.wrong(field, "a count of commands is expected");
        }
        return count;
    }

    private static Map<String, Object> profile(InstalledProfile installed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identifier", installed.identifier());
        json.put("uuid", installed.profile().uuid());
        json.put("origin", installed.origin().word());
        json.put("installDate", installed.installDate().toString());
        json.put("verification", installed.profile().verification().word());
        installed.user().ifPresent(user -> json.put("user", user));
        return json;
    }

    private static Map<String, Object> command(AnsweredCommand command) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", command.at().toString());
        json.put("commandUuid", command.uuid());
        json.put("requestType", command.requestType());
        json.put("identifier", command.identifier());
        json.put("status", command.status());
        return json;
    }

    private static ErrorFault errorFault(Fields fields) {
        ErrorFault fault = new ErrorFault(
                fields.text("identifier"),
                fields.objects("chain").stream().map(MacJson::macError).toList());
        if (fault.chain().isEmpty()) {
            throw fields.wrong("chain", "a list of {code, domain, text} is expected");
        }
        fields.end();
        return fault;
    }

    private static MacError macError(Fields fields) {
        MacError error = new MacError(
                fields.text("domain"),
                fields.findInteger("code").orElseThrow(() -> fields.wrong("code", "a whole number is expected")),
                fields.text("text"));
        fields.end();
        return error;
    }

    private static Optional<ListingFault> listingFault(String word) {
        return Arrays.stream(ListingFault.values())
                .filter(fault -> fault.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}

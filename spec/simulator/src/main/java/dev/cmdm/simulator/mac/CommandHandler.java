// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSNumber;
import dev.cmdm.simulator.facts.MacErrors;
import dev.cmdm.simulator.profile.PropertyLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out commands of the MDM server. */
final class CommandHandler {
    /** How one kind of command is carried out. */
    private interface Kind {
        Answer carryOut(Command command) throws RefusedException;
    }

    private final MacSettings mac;
    private final ProfileStore store;
    private final ProfileRules rules;
    private final Approval approval;
    private final Map<String, Kind> kinds = Map.of(
            "InstallProfile", this::installProfile,
            "RemoveProfile", this::removeProfile,
            "ProfileList", this::profileList,
            "DeviceInformation", this::deviceInformation,
            "SecurityInfo", this::securityInfo);

    CommandHandler(MacSettings mac, ProfileStore store, ProfileRules rules, Approval approval) {
        this.mac = mac;
        this.store = store;
        this.rules = rules;
        this.approval = approval;
    }

    Answer answer(Command command) {
        if (command.requestType().isEmpty()) {
            return Answer.MALFORMED;
        }
        Kind kind = kinds.getOrDefault(command.requestType(), CommandHandler::unknown);
        try {
            return kind.carryOut(command);
        } catch (RefusedException e) {
            return Answer.error(e.chain());
        }
    }

    private Answer installProfile(Command command) throws RefusedException {
        Optional<byte[]> payload = command.findPayload();
        if (payload.isEmpty()) {
            return Answer.MALFORMED;
        }
        rules.installByMdm(payload.get(), approval);
        return Answer.ACKNOWLEDGED;
    }

    private Answer removeProfile(Command command) throws RefusedException {
        Optional<String> identifier = PropertyLists.findText(command.arguments(), "Identifier");
        if (identifier.isEmpty()) {
            return Answer.MALFORMED;
        }
        rules.removeByMdm(identifier.get());
        return Answer.ACKNOWLEDGED;
    }

    private Answer profileList(Command command) {
        boolean managedOnly = PropertyLists.isTrue(command.arguments(), "ManagedOnly");
        return Answer.acknowledged(
                "ProfileList",
                ProfileListAnswer.of(
                        store.all().stream()
                                .filter(installed -> installed.user().isEmpty())
                                .filter(installed ->
                                        !managedOnly || installed.origin().managed())
                                .toList(),
                        mac.macos()));
    }

    private Answer deviceInformation(Command command) {
        return Answer.acknowledged(
                "QueryResponses",
                NativeValues.dictionary(Map.of(
                        "DeviceName", mac.name(),
                        "SerialNumber", mac.serial(),
                        "UDID", mac.udid(),
                        "OSVersion", mac.macos().text(),
                        "BuildVersion", mac.build())));
    }

    private Answer securityInfo(Command command) {
        return Answer.acknowledged(
                "SecurityInfo",
                NativeValues.dictionary(Map.of(
                        "ManagementStatus",
                        NativeValues.dictionary(Map.of(
                                "EnrolledViaDEP", new NSNumber(approval == Approval.AUTOMATED),
                                "UserApprovedEnrollment", new NSNumber(approval.isApproved()),
                                "IsUserEnrollment", new NSNumber(false))))));
    }

    private static Answer unknown(Command command) {
        return Answer.error(List.of(MacErrors.get("unknown-command", Map.of("command", command.requestType()))));
    }
}

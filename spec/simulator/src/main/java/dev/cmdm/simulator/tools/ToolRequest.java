// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import dev.cmdm.simulator.facts.ToolTexts;
import dev.cmdm.simulator.mac.RefusedException;
import dev.cmdm.simulator.mac.SimulatedMac;
import dev.cmdm.simulator.mac.ToolRemoval;
import dev.cmdm.simulator.profile.ProfileReader;
import dev.cmdm.simulator.profile.UnusableProfileException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out what the profiles stand-in asks for: the lines it sent, in their order. */
final class ToolRequest {
    private static final int AUTHORIZATION_DENIED = -60005;
    private static final int REFUSED = -1;

    private final SimulatedMac mac;

    ToolRequest(SimulatedMac mac) {
        this.mac = mac;
    }

    /**
     * Carries out one request.
     *
     * @param fields caller (empty for root), user (empty for the computer), then what the verb needs
     * @throws IllegalArgumentException if the fields are not those of the verb
     */
    ToolAnswer carryOut(String verb, List<String> fields) {
        return switch (verb + "/" + fields.size()) {
            case "install/4" -> install(fields.get(0), fields.get(1), fields.get(2), fields.get(3));
            case "remove/5" -> remove(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
            default -> throw new IllegalArgumentException("no verb " + verb + " with " + fields.size() + " fields");
        };
    }

    private ToolAnswer install(String caller, String user, String file, String bytes) {
        try {
            Optional<String> owner = given(user.isEmpty() ? caller : user);
            mac.installByHand(Base64.getDecoder().decode(bytes), owner);
            return ToolAnswer.SUCCESS;
        } catch (RefusedException e) {
            return ToolAnswer.failure(
                    "install.failed",
                    mac.settings().macos(),
                    Map.of(
                            "file",
                            file,
                            "user",
                            caller.isEmpty() ? "root" : caller,
                            "code",
                            Integer.toString(e.chain().get(0).code())));
        }
    }

    private ToolAnswer remove(String caller, String user, String by, String what, String password) {
        Optional<String> owner = given(user);
        return switch (by) {
            case "all" -> removeAll(caller, owner.or(() -> given(caller)));
            case "identifier" -> remove(caller, owner, what, password);
            case "uuid" -> remove(caller, owner, identifierOf(what), password);
            case "path" -> remove(caller, owner, identifierIn(what), password);
            default -> throw new IllegalArgumentException("no removal by " + by);
        };
    }

    private ToolAnswer removeAll(String caller, Optional<String> owner) {
        mac.state().profiles().stream()
                .filter(installed -> installed.user().equals(owner))
                .forEach(installed -> remove(caller, owner, installed.identifier(), ""));
        return ToolAnswer.SUCCESS;
    }

    private ToolAnswer remove(String caller, Optional<String> owner, String identifier, String password) {
        ToolRemoval removal = new ToolRemoval(
                identifier, owner.or(() -> ownedBy(caller, identifier)), given(caller), given(password));
        return mac.remove(removal).map(refusal -> refused(removal, refusal)).orElse(ToolAnswer.SUCCESS);
    }

    /** Without a user named, the caller's own profile of this identifier comes before the computer's. */
    private Optional<String> ownedBy(String caller, String identifier) {
        return mac.state().profiles().stream()
                .filter(installed -> installed.identifier().equals(identifier))
                .flatMap(installed -> installed.user().stream())
                .filter(caller::equals)
                .findFirst();
    }

    private ToolAnswer refused(ToolRemoval removal, ToolRemoval.Refusal refusal) {
        int code = refusal == ToolRemoval.Refusal.NOT_ROOT ? AUTHORIZATION_DENIED : REFUSED;
        return ToolAnswer.failure(
                "remove.failed",
                mac.settings().macos(),
                Map.of(
                        "identifier", removal.identifier(),
                        "user", removal.caller().orElse("root"),
                        "code", Integer.toString(code),
                        "reason", ToolTexts.get(refusal.factId(), mac.settings().macos())));
    }

    private String identifierOf(String uuid) {
        return mac.state().profiles().stream()
                .filter(installed -> installed.profile().uuid().equalsIgnoreCase(uuid))
                .map(installed -> installed.identifier())
                .findFirst()
                .orElse(uuid);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String identifierIn(String bytes) {
        try {
            return ProfileReader.read(Base64.getDecoder().decode(bytes)).identifier();
        } catch (UnusableProfileException e) {
            return "";
        }
    }
}

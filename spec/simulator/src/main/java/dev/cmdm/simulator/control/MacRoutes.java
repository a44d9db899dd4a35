// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.NotPossibleException;
import dev.cmdm.simulator.mac.SimulatedMac;
import dev.cmdm.simulator.mac.ToolRemoval;
import dev.cmdm.simulator.server.SimulatedServer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /macs}, {@code /macs/NAME} and the verbs below it. */
public final class MacRoutes implements Routes {
    private final Map<String, SimulatedMac> macs;
    private final Map<String, SimulatedServer> servers;

    /** Routes to these Macs, which may enroll with these servers. */
    public MacRoutes(Map<String, SimulatedMac> macs, Map<String, SimulatedServer> servers) {
        this.macs = macs;
        this.servers = servers;
    }

    @Override
    public Optional<Reply> answer(String method, List<String> path, String body) throws Exception {
        if (path.isEmpty() || !path.get(0).equals("macs") || path.size() > 3) {
            return Optional.empty();
        }
        if (path.size() == 1) {
            return Optional.of(Reply.ok(macs.keySet()));
        }
        SimulatedMac mac = macs.get(path.get(1));
        if (mac == null) {
            return Optional.of(Reply.error(404, "there is no Mac " + path.get(1) + "; there are " + macs.keySet()));
        }
        return answer(mac, method + (path.size() == 3 ? " " + path.get(2) : ""), body);
    }

    private Optional<Reply> answer(SimulatedMac mac, String what, String body) throws Exception {
        switch (what) {
            case "GET" -> {}
            case "GET commands" -> {
                return Optional.of(Reply.ok(MacJson.commands(mac)));
            }
            case "POST check-in" -> mac.checkIn();
            case "POST unenroll" -> mac.unenroll();
            case "POST enroll" -> enroll(mac, fields(body));
            case "POST install" -> install(mac, fields(body));
            case "POST declare" -> declare(mac, fields(body));
            case "POST remove" -> remove(mac, fields(body));
            case "PUT faults" -> mac.setFaults(MacJson.faults(fields(body)));
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Reply.ok(MacJson.mac(mac)));
    }

    private void enroll(SimulatedMac mac, Fields fields) throws Exception {
        SimulatedServer server = fields.findWord(
                        "server", name -> Optional.ofNullable(servers.get(name)), "one of " + servers.keySet())
                .orElseThrow(() -> fields.wrong("server", "one of " + servers.keySet()));
        Approval approval = fields.findWord("approval", Approval::find, "mdm, user-approved or automated is expected")
                .filter(word -> word != Approval.NONE)
                .orElse(Approval.USER_APPROVED);
        fields.end();
        mac.enroll(server, approval);
    }

    private static void install(SimulatedMac mac, Fields fields) throws Exception {
        byte[] profile = base64(fields, "profile");
        fields.findWord("origin", word -> Optional.of(word).filter("local"::equals), "local is expected");
        Optional<String> user = fields.findText("user");
        fields.end();
        mac.installByHand(profile, user);
    }

    private static void declare(SimulatedMac mac, Fields fields) throws Exception {
        byte[] profile = base64(fields, "profile");
        fields.end();
        mac.declare(profile);
    }

    private static void remove(SimulatedMac mac, Fields fields) throws NotPossibleException {
        ToolRemoval removal = new ToolRemoval(
                fields.text("identifier"), fields.findText("user"), Optional.empty(), fields.findText("password"));
        fields.end();
        Optional<ToolRemoval.Refusal> refusal = mac.remove(removal);
        if (refusal.isPresent()) {
            throw new NotPossibleException(
                    "nobody at the Mac can remove " + removal.identifier() + ": " + refusal.get());
        }
    }

    private static byte[] base64(Fields fields, String name) {
        try {
            return Base64.getDecoder().decode(fields.text(name));
        } catch (IllegalArgumentException e) {
            throw fields.wrong(name, "base64 is expected");
        }
    }

    private static Fields fields(String body) {
        return Fields.parse("request", body.isBlank() ? "{}" : body);
    }
}

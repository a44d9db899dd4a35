// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The line that says where everything is, once everything runs. */
public final class ReadyLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadyLine() {}

    /** One line of JSON, without its end. */
    public static String of(Simulation simulation) {
        Map<String, Object> servers = new LinkedHashMap<>();
        simulation
                .servers()
                .forEach((name, server) -> servers.put(
                        name,
                        ordered(
                                "url",
                                server.url().toString(),
                                "log",
                                server.requests().file().toString())));
        Map<String, Object> macs = new LinkedHashMap<>();
        simulation
                .macs()
                .forEach((name, mac) -> macs.put(
                        name,
                        ordered(
                                "root", simulation.root(mac).toString(),
                                "udid", mac.settings().udid(),
                                "serial", mac.settings().serial())));
        return JSON.writeValueAsString(ordered(
                "ready", true, "control", simulation.controlUrl().toString(), "servers", servers, "macs", macs));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}

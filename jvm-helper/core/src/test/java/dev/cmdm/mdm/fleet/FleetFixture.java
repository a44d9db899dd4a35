// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server that answers as Fleet's documentation and source say. */
@Timeout(60)
abstract class FleetFixture {
    static final String UDID = "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";
    static final Device MAC = Mdms.device("C02XK1ABCDEF", UDID);
    static final Act KNOWN = host("On (manual)", "\"connected_to_fleet\":true");
    static final Act QUEUED = TestServer.json(
            200, "{\"command_uuid\":\"c-1\",\"request_type\":\"InstallProfile\",\"platform\":\"darwin\"}");

    TestServer server;
    MdmServer mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        mdm = Fleet.open(Mdms.access(server.url()));
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    static Act host(String enrollment, String more) {
        return host(UDID, "C02XK1ABCDEF", enrollment, more);
    }

    static Act host(String uuid, String serial, String enrollment, String more) {
        return TestServer.json(
                200,
                "{\"host\":{\"id\":1,\"team_id\":3,\"uuid\":\"" + uuid + "\",\"hardware_serial\":\"" + serial
                        + "\",\"mdm\":{\"enrollment_status\":\"" + enrollment + "\""
                        + (more.isEmpty() ? "" : "," + more) + "}}}");
    }

    static Act error(int status, String name, String reason) {
        return TestServer.json(
                status,
                "{\"message\":\"Validation Failed\",\"errors\":[{\"name\":\"" + name + "\",\"reason\":\"" + reason
                        + "\"}],\"uuid\":\"1272014b\"}");
    }

    String line(int request) {
        return server.requests().get(request).line();
    }
}

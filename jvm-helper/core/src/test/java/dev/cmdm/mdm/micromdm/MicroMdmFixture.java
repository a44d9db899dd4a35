// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server that answers as MicroMDM was recorded to. */
@Timeout(60)
abstract class MicroMdmFixture {
    static final String UDID = "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";

    static final Device MAC = Mdms.device("6Q4RQ2M5Y80D", UDID);

    static final Act KNOWN = TestServer.recorded("micromdm/03-devices-by-serial");

    TestServer server;

    MicroMdm mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        mdm = MicroMdm.open(Mdms.access(server.url()));
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    static Act devices(String... entries) {
        return TestServer.json(200, "{\"devices\":[" + String.join(",", entries) + "]}");
    }

    static String device(String udid, boolean enrolled) {
        return "{\"serial_number\":\"6Q4RQ2M5Y80D\",\"udid\":\"" + udid + "\",\"enrollment_status\":" + enrolled
                + ",\"dep_profile_status\":\"\"}";
    }
}

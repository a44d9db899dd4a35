// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server that plays one act for each request, and an adapter for it. */
@Timeout(60)
public abstract class AdapterFixture {
    public static final String UDID = "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";
    protected static final Device MAC = Mdms.device("C02XK1ABCDEF", UDID);

    protected final List<String> notes = new ArrayList<>();

    protected TestServer server;
    protected MdmServer mdm;

    /** What the server does with each request. */
    protected abstract Act act();

    /** An adapter for the server. */
    protected abstract MdmServer adapter();

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        server.then(Collections.nCopies(200, act()).toArray(new Act[0]));
        open();
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    /** Begins anew as another process would. */
    protected void open() {
        mdm = adapter();
    }

    protected Delivery send(Command command) {
        return mdm.send(MAC, command, notes::add);
    }
}

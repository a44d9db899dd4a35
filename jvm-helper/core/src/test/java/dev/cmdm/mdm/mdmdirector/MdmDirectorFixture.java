// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server that answers as MDMDirector was recorded to. */
@Timeout(60)
abstract class MdmDirectorFixture {
    static final String UDID = "4F21D066-C236-4B67-9733-C7386DC9F088";
    static final Device MAC = Mdms.device("E6JN574YZ5ZB", UDID);
    static final ProfileIdentifier ONE = new ProfileIdentifier("com.example.one");

    static final Act KNOWN = TestServer.recorded("mdmdirector/05-device-by-serial");
    static final Act UNKNOWN = TestServer.recorded("mdmdirector/07-device-unknown-serial");
    static final Act WOKEN = TestServer.recorded("mdmdirector/34-push");
    static final Act PUSHED = TestServer.recorded("mdmdirector/08-profile-post");
    static final Act UNCHANGED = TestServer.recorded("mdmdirector/09-profile-post-again");
    static final Act DELETED = TestServer.recorded("mdmdirector/27-profile-delete");
    static final Act ERROR = TestServer.recorded("mdmdirector/22-profile-post-signed");

    TestServer server;
    MdmDirector mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        mdm = MdmDirector.open(Mdms.access(server.url()));
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    static Command install() {
        return Mdms.install("c-1");
    }

    /** The command of a nudge. */
    static Command anew() {
        Bytes content = new Bytes("<plist/>".getBytes(StandardCharsets.UTF_8));
        return new Command("c-2", new InstallProfile(ONE, content, Optional.empty(), true));
    }

    static Command remove() {
        return new Command("c-3", new RemoveProfile(ONE));
    }

    /** Closes the connection after the request was read. */
    static final Act LOST = scene -> {
        scene.read();
        scene.reset();
    };

    List<String> lines() {
        return server.requests().stream()
                .map(request -> request.line().replace(" HTTP/1.1", ""))
                .toList();
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.http.AdapterFixture;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.mdm.http.TestTiming;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A server that answers as Jamf Pro is documented to, and an adapter for it. */
abstract class JamfFixture extends AdapterFixture {
    static final ObjectName NAME =
            new ObjectName(new ProfileIdentifier("com.acme.dock"), "5E2C1111-2222-5333-8444-555555555555");
    static final String CONTENT = "<?xml version=\"1.0\"?><plist><string>canary &amp; co</string></plist>";
    static final String THIS = "<computers><computer><id>12</id></computer></computers>";

    final FakeJamf jamf = new FakeJamf();
    final TestTiming timing = new TestTiming();
    final Map<String, String> settings = new HashMap<>(Map.of("mdm.client_id", "client 1"));

    @Override
    protected Act act() {
        return jamf;
    }

    @Override
    protected MdmServer adapter() {
        ProductSettings words = new ProductSettings() {
            @Override
            public Optional<String> find(String word) {
                return Optional.ofNullable(settings.get(word));
            }

            @Override
            public Optional<Secret> findSecret(String word) {
                return Optional.empty();
            }
        };
        return JamfPro.open(new ServerAccess(
                server.url(),
                Secret.of(Mdms.PASSWORD),
                words,
                () -> Instant.parse("2026-11-27T08:00:00Z"),
                Link.direct(timing, new Random(1))));
    }

    Delivery install(String commandUuid) {
        return install(commandUuid, false);
    }

    Delivery install(String commandUuid, boolean anew) {
        Bytes content = new Bytes(CONTENT.getBytes(StandardCharsets.UTF_8));
        return send(new Command(commandUuid, new InstallProfile(NAME.identifier(), content, Optional.of(NAME), anew)));
    }

    Delivery remove(String commandUuid) {
        return send(new Command(commandUuid, new RemoveProfile(NAME.identifier(), Optional.of(NAME))));
    }

    /** Method and path of each request but those for tokens and the Mac, in their order. */
    List<String> calls() {
        return server.requests().stream()
                .map(request -> request.line().replaceFirst(" HTTP/1.1$", "").replaceFirst("\\?.*", ""))
                .filter(line ->
                        !line.contains("/oauth/token") && !line.contains("/auth/token") && !line.contains("inventory"))
                .toList();
    }

    /** What the last request of a method brought. */
    String last(String method) {
        return server.requests().stream()
                .filter(request -> request.line().startsWith(method + " "))
                .reduce((first, second) -> second)
                .orElseThrow()
                .text();
    }
}

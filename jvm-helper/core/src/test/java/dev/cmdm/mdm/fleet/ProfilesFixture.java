// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.http.AdapterFixture;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that answers as Fleet is documented to, and an adapter that brings profiles by its configuration profiles. */
abstract class ProfilesFixture extends AdapterFixture {
    static final ObjectName NAME =
            new ObjectName(new ProfileIdentifier("com.acme.dock"), "5E2C1111-2222-5333-8444-555555555555");
    static final String LIST = "GET configuration_profiles";
    static final String CREATE = "POST configuration_profiles";
    static final String CREATE_LABEL = "POST labels";
    static final String MEMBERS = "GET labels/7/hosts";
    static final String JOIN = "POST hosts/12/labels";
    static final String RESEND = "POST hosts/12/configuration_profiles/" + FakeFleet.OBJECT + "/resend";
    static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    final FakeFleet fleet = new FakeFleet();

    @Override
    protected Act act() {
        return fleet;
    }

    @Override
    protected MdmServer adapter() {
        return Fleet.open(Mdms.access(server.url(), Map.of("mdm.objects", "true")));
    }

    static String content(String value) {
        return "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>PayloadDisplayName</key><string>Dock</string>"
                + "<key>PayloadIdentifier</key><string>com.acme.dock</string><key>PayloadUUID</key><string>"
                + NAME.uuid() + "</string><key>Value</key><string>" + value + "</string></dict></plist>";
    }

    Delivery install(String commandUuid) {
        return install(commandUuid, false);
    }

    Delivery install(String commandUuid, boolean anew) {
        return install(NAME, commandUuid, content("canary &amp; co"), anew);
    }

    Delivery install(ObjectName name, String commandUuid, String content, boolean anew) {
        Bytes bytes = new Bytes(content.getBytes(StandardCharsets.UTF_8));
        return send(new Command(commandUuid, new InstallProfile(name.identifier(), bytes, Optional.of(name), anew)));
    }

    Delivery remove(String commandUuid) {
        return send(
                new Command(commandUuid, new RemoveProfile(new ProfileIdentifier(NAME.toString()), Optional.of(NAME))));
    }

    /** Method and path of each request but those for the Mac, in their order. */
    List<String> calls() {
        return server.requests().stream()
                .map(request -> request.line()
                        .replaceFirst(" HTTP/1.1$", "")
                        .replaceFirst("\\?.*", "")
                        .replaceFirst("/api/v1/fleet/", ""))
                .filter(line -> !line.startsWith("GET hosts/identifier/"))
                .toList();
    }

    /** What the last request that begins so brought. */
    String last(String start) {
        return server.requests().stream()
                .filter(request ->
                        request.line().replaceFirst("/api/v1/fleet/", "").startsWith(start + " "))
                .reduce((first, second) -> second)
                .orElseThrow()
                .text();
    }
}

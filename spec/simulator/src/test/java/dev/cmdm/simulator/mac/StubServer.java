// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSDictionary;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.fault.FaultPlan;
import dev.cmdm.simulator.identity.BadSignatureException;
import dev.cmdm.simulator.identity.CertificateAuthority;
import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.identity.MdmSignature;
import dev.cmdm.simulator.profile.PropertyLists;
import dev.cmdm.simulator.server.RequestLog;
import dev.cmdm.simulator.server.SimulatedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A server whose every answer a test decides; it keeps what the Mac said, after checking the signature. */
final class StubServer implements SimulatedServer {
    /** What a Mac said. */
    record Said(String path, String contentType, NSDictionary message) {}

    private final CertificateAuthority authority =
            CertificateAuthority.create("Stub", Clock.systemUTC(), new SecureRandom());
    private final HttpServer http;
    private final List<Said> said = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> answers = new ArrayDeque<>();

    private record Answer(int status, String body) {}

    StubServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Answers so once, after what is to be answered before; without answers left it is 200 and nothing. */
    synchronized StubServer then(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    List<Said> said() {
        return List.copyOf(said);
    }

    List<String> statuses() {
        return said().stream()
                .map(Said::message)
                .flatMap(message -> PropertyLists.findText(message, "Status").stream())
                .toList();
    }

    static String command(String uuid, String requestType, Map<String, Object> arguments) {
        NSDictionary inner = new NSDictionary();
        inner.put("RequestType", requestType);
        arguments.forEach(inner::put);
        NSDictionary command = new NSDictionary();
        command.put("Command", inner);
        command.put("CommandUUID", uuid);
        return command.toXMLPropertyList();
    }

    @Override
    public String name() {
        return "stub";
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public URI checkInUrl() {
        return url().resolve("/checkin");
    }

    @Override
    public URI serverUrl() {
        return url().resolve("/connect");
    }

    @Override
    public String topic() {
        return "com.apple.mgmt.External.stub";
    }

    @Override
    public byte[] enrollmentProfile() {
        return TestProfiles.profile("com.acme.enroll")
                .payload("com.apple.mdm", "com.acme.enroll.mdm", Map.of())
                .xml();
    }

    @Override
    public DeviceIdentity issueIdentity(String computerName) {
        return authority.issue(computerName);
    }

    @Override
    public FaultPlan faults() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RequestLog requests() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signature = exchange.getRequestHeaders().getFirst("Mdm-Signature");
            MdmSignature.requireIssued(
                    MdmSignature.signerOf(signature, body),
                    authority.certificate(),
                    Clock.systemUTC().instant());
            said.add(new Said(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    PropertyLists.findDictionary(body).orElseThrow()));
            Answer answer = next();
            byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        } catch (BadSignatureException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private synchronized Answer next() {
        return answers.isEmpty() ? new Answer(200, "") : answers.remove();
    }
}

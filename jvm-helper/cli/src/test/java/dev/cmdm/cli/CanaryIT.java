// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The password of the MDM is looked for in everything that a run leaves or shows, in every form it could have. */
class CanaryIT {
    private static final String CONTENT = "dev.cmdm.canary.content.4711";

    @ParameterizedTest
    @EnumSource
    void leavesThePasswordNowhere(World.Product product) throws IOException {
        SimulatedMac mac = World.mac(product);
        mac.declare("com.acme.a", 600);
        Shipped cmdm = new Shipped(mac)
                .with("CMDM_MDM_USER", "cmdm")
                .with("CMDM_MDM_TENANT_CODE", "env:TENANT")
                .with("TENANT", "tenant");
        Map<String, String> places = new LinkedHashMap<>();
        mac.faults("{\"asleep\": true}");
        Running waiting = cmdm.startApply();
        Until.isTrue("it is queued", () -> cmdm.journal().contains("\tqueued\t"));
        Path process = Path.of("/proc", Long.toString(waiting.process().pid()), "cmdline");
        if (Files.exists(process)) {
            places.put("argv", Files.readString(process, StandardCharsets.ISO_8859_1));
            assertThat(places.get("argv")).contains("cmdm.jar");
        }
        mac.faults("{}");
        put(places, "apply", waiting.end());
        putDebug(places, cmdm, mac);
        put(places, "plan as JSON", cmdm.plan("-o", "json"));
        put(places, "state", cmdm.run("state"));
        put(places, "doctor", cmdm.run("doctor"));
        putFailures(places, cmdm, mac);
        places.put("requests.log", String.join("\n", mac.world().requests(product)));
        files(cmdm.state()).forEach(file -> places.put(file.toString(), text(file)));

        assertThat(places).hasSizeGreaterThan(12);
        places.forEach((place, text) -> assertThat(formsIn(text)).as(place).isEmpty());
    }

    @Test
    void wouldFindThePasswordInEveryForm() {
        for (String form : forms()) {
            assertThat(formsIn("before " + form + " after")).contains(form);
        }
        String line = "a line of eleven or more: " + World.PASSWORD + " and what follows";
        for (int shift = 0; shift < 3; shift++) {
            byte[] bytes = line.substring(shift).getBytes(StandardCharsets.UTF_8);
            assertThat(formsIn(Base64.getEncoder().encodeToString(bytes))).isNotEmpty();
            assertThat(formsIn(Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes)))
                    .isNotEmpty();
        }
    }

    /** Every request is talked of, and neither the credential nor what is in a profile. */
    private static void putDebug(Map<String, String> places, Shipped cmdm, SimulatedMac mac) throws IOException {
        mac.write("com.acme.c", TestProfile.of("com.acme.c", 600).replace("com.apple.screensaver", CONTENT));
        Ended debugged = cmdm.with("CMDM_DEBUG", "true").apply("--wait", "20");
        cmdm.without("CMDM_DEBUG");
        assertThat(debugged.err()).as("what --debug tells").containsPattern("(POST|PUT) ");
        byte[] content = CONTENT.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            assertThat(debugged.err()).doesNotContain(base64Core(content, offset, Base64.getEncoder()));
        }
        assertThat(debugged.err()).doesNotContain(CONTENT);
        put(places, "apply with debug", debugged);
    }

    @Test
    void aJvmThatCrashesLeavesNoImageAndItsReportNoPassword() throws Exception {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        Running session = cmdm.start("serve", "--stdio");
        session.write("{\"contract\":1,\"id\":\"0\",\"operation\":\"open\",\"config\":{}}");
        session.write("{\"contract\":1,\"id\":\"1\",\"operation\":\"doctor\"}");
        Until.isTrue("doctor answered", () -> session.written().contains("\"id\":\"1\",\"result\""));
        long pid = session.process().pid();
        assertThat(new ProcessBuilder("kill", "-SEGV", Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
        Ended ended = session.end();

        Path error = Path.of("hs_err_pid" + pid + ".log").toAbsolutePath();
        assertThat(error).isRegularFile();
        try {
            assertThat(formsIn(text(error) + ended.out() + ended.err())).isEmpty();
            assertThat(ended.out() + ended.err()).contains("no core file dumped");
        } finally {
            Files.delete(error);
        }
    }

    private static void putFailures(Map<String, String> places, Shipped cmdm, SimulatedMac mac) {
        mac.declare("com.acme.b", 600);
        mac.serverFaults("[{\"on\": \"any\", \"times\": 20, \"do\": \"status\", \"status\": 500}]");
        put(places, "a server that fails", cmdm.apply("--stacktrace", "--wait", "1"));
        mac.serverFaults("[]");
        String url = mac.world().url(mac.product());
        cmdm.with("CMDM_MDM_URL", "http://127.0.0.1:1");
        put(places, "no server", cmdm.apply("--stacktrace", "--wait", "1"));
        cmdm.with("CMDM_MDM_URL", "no url");
        put(places, "no address", cmdm.apply("--stacktrace", "--wait", "1"));
        cmdm.with("CMDM_MDM_URL", url);
    }

    private static void put(Map<String, String> places, String name, Ended ended) {
        places.put(name + ", stdout", ended.out());
        places.put(name + ", stderr", ended.err());
    }

    /** The forms that stand in a text, whatever lines it is broken into. */
    private static List<String> formsIn(String text) {
        String joined = text.replaceAll("[\\s\\u0000]", "");
        return forms().stream()
                .filter(form -> text.contains(form) || joined.contains(form))
                .toList();
    }

    private static List<String> forms() {
        String password = World.PASSWORD;
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(
                password,
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                URLEncoder.encode(password, StandardCharsets.UTF_8),
                URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20"),
                unquoted(JsonMapper.shared().writeValueAsString(password)),
                unquoted(JsonMapper.shared().writeValueAsString(password)).replace("/", "\\/"),
                password.replace("&", "&amp;").replace("<", "&lt;")));
        for (int offset = 0; offset < 3; offset++) {
            forms.add(base64Core(bytes, offset, Base64.getEncoder()));
            forms.add(base64Core(bytes, offset, Base64.getUrlEncoder()));
        }
        return forms.stream().distinct().toList();
    }

    /** The characters that base64 of a text holds wherever the password begins at this offset of a group of three. */
    private static String base64Core(byte[] bytes, int offset, Base64.Encoder encoder) {
        int from = (3 - offset) % 3;
        int length = (bytes.length - from) / 3 * 3;
        return encoder.encodeToString(Arrays.copyOfRange(bytes, from, from + length));
    }

    private static String unquoted(String json) {
        return json.substring(1, json.length() - 1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The password of the key, and the key, are looked for in everything that signing shows or leaves. */
class SignCanaryIT {
    private final SimulatedMac mac = World.mac(World.Product.MICROMDM);
    private final Map<String, String> places = new LinkedHashMap<>();

    @Test
    void leavesPasswordAndKeyNowhere() throws IOException {
        assumeTrue(SigningKeys.openssl(), "openssl is not installed");
        SigningKeys keys = new SigningKeys(mac).make("rsa", "-newkey", "rsa:2048");
        Path profile = mac.declare("com.acme.a", 600);
        Shipped cmdm = new Shipped(mac).with("KEY_PASSWORD", SigningKeys.PASSWORD);
        watchArguments(cmdm, keys, profile);
        for (String identity : List.of("rsa.p12", "rsa.pem")) {
            put(
                    identity,
                    cmdm.run(
                            "--stacktrace",
                            "sign",
                            "--identity",
                            keys.file(identity).toString(),
                            "--key",
                            keys.file("rsa.locked").toString(),
                            "--password",
                            "env:KEY_PASSWORD",
                            "--in-place",
                            "--stacktrace",
                            profile.toString()));
        }
        put(
                "another certificate",
                cmdm.run(
                        "sign",
                        "--stacktrace",
                        "--identity",
                        keys.file("rsa.key").toString(),
                        "--password",
                        "env:KEY_PASSWORD",
                        "--in-place",
                        profile.toString()));
        put(
                "the password itself",
                cmdm.run(
                        "sign",
                        "--stacktrace",
                        "--identity",
                        keys.file("rsa.p12").toString(),
                        "--password",
                        "file:" + keys.file("rsa.key"),
                        "--in-place",
                        profile.toString()));
        places.put("signed", Files.readString(profile, StandardCharsets.ISO_8859_1));
        places.put("signed elsewhere", Files.readString(mac.folder().resolve("watched"), StandardCharsets.ISO_8859_1));

        assertThat(places).hasSizeGreaterThan(9);
        List<String> secrets = secrets(keys);
        places.forEach((place, text) ->
                assertThat(secrets.stream().filter(text::contains)).as(place).isEmpty());
    }

    /** Signs with a password that a program prints only once the arguments of every process have been read. */
    private void watchArguments(Shipped cmdm, SigningKeys keys, Path profile) throws IOException {
        Path go = mac.folder().resolve("go");
        Path asked = mac.folder().resolve("asked");
        Path program = mac.folder().resolve("password-program");
        Files.writeString(
                program,
                "#!/bin/sh\n: >'" + asked + "'\nwhile [ ! -e '" + go + "' ]; do sleep 0.1; done\n" + "cat '"
                        + keys.file("password") + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Running running = cmdm.start(
                "sign",
                "--identity",
                keys.file("rsa.p12").toString(),
                "--password",
                "command:[\"" + program + "\"]",
                "--output",
                mac.folder().resolve("watched").toString(),
                profile.toString());
        Until.isTrue("the password is asked for", () -> Files.exists(asked));
        for (ProcessHandle process : Stream.concat(
                        Stream.of(running.process().toHandle()),
                        running.process().descendants())
                .toList()) {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (Files.exists(file)) {
                places.put("argv of " + process.pid(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        if (Files.exists(Path.of("/proc/self/cmdline"))) {
            assertThat(places.values()).anyMatch(text -> text.contains("cmdm.jar") && text.contains("rsa.p12"));
        }
        Files.createFile(go);
        Ended ended = running.end();
        assertThat(ended.exit()).as(ended.toString()).isZero();
        put("watched", ended);
    }

    private void put(String name, Ended ended) {
        places.put(name + ", stdout", ended.out());
        places.put(name + ", stderr", ended.err());
    }

    /** The password in forms that it could take, the lines of the key, and a part of its private numbers. */
    private static List<String> secrets(SigningKeys keys) throws IOException {
        byte[] password = SigningKeys.PASSWORD.getBytes(StandardCharsets.UTF_8);
        List<String> lines = Files.readAllLines(keys.file("rsa.key")).stream()
                .filter(line -> !line.startsWith("-----"))
                .toList();
        byte[] key = Base64.getMimeDecoder().decode(String.join("", lines));
        byte[] exponent = Arrays.copyOfRange(key, 310, 330);
        return Stream.concat(
                        Stream.of(
                                SigningKeys.PASSWORD,
                                Base64.getEncoder().encodeToString(password),
                                HexFormat.of().formatHex(password),
                                HexFormat.of().formatHex(exponent),
                                new String(exponent, StandardCharsets.ISO_8859_1)),
                        // The first lines hold what is public: the modulus.
                        lines.subList(7, lines.size() - 1).stream())
                .toList();
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped jar signs what it sends, and sends nothing for who signs. */
class FormsIT {
    private static final String NAME = "com.acme.a";

    @BeforeEach
    void needsOpenssl() {
        assumeThat(SigningKeys.openssl()).isTrue();
    }

    @Test
    void deliversSignedAndKeepsWhatItDeliveredWhoeverSignsFromThenOn() {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        SigningKeys keys = new SigningKeys(mac).make("acme").make("other");
        Shipped cmdm = signing(mac, keys, "acme");
        mac.declare(NAME, 600);

        assertThat(cmdm.plan().out()).contains("not on this Mac; signed");
        Ended first = cmdm.apply();
        assertThat(first.out()).contains("1 done");
        assertThat(verification(mac)).isEqualTo("verified");
        assertThat(cmdm.journal()).contains("signer=CN=acme until ");

        assertThat(cmdm.apply().out()).contains("1 in place.");
        assertThat(signing(mac, keys, "other").apply("--detailed-exitcode").exit())
                .isZero();
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @Test
    void sendsAgainWithAnotherSignatureOnlyWhereThatIsAskedFor() {
        SimulatedMac mac = World.mac(World.Product.NANOMDM);
        SigningKeys keys = new SigningKeys(mac).make("acme").make("other");
        mac.declare(NAME, 600);
        new Shipped(mac).apply();
        assertThat(verification(mac)).isEqualTo("unsigned");

        Ended resigned = signing(mac, keys, "acme").apply("--resign");

        assertThat(resigned.out()).containsPattern("replaced +com\\.acme\\.a");
        assertThat(verification(mac)).isEqualTo("verified");
        assertThat(signing(mac, keys, "acme").apply("--resign").out()).contains("1 in place.");
        assertThat(signing(mac, keys, "other").apply().out()).contains("1 in place.");
        assertThat(signing(mac, keys, "other").plan("--resign", "-o", "json").out())
                .contains("\"signer-changed\"");
        assertThat(mac.sent("InstallProfile")).hasSize(2);
    }

    @Test
    void needsTheKeyOnlyToSendSomething() {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        mac.declare(NAME, 600);
        new Shipped(mac).apply();
        Shipped cmdm = new Shipped(mac).with("CMDM_SIGN_IDENTITY", "/nowhere/acme.p12");

        Ended unchanged = cmdm.apply();
        assertThat(unchanged.exit()).isZero();
        assertThat(unchanged.out()).contains("1 in place.");

        mac.declare("com.acme.b", 600);
        assertThat(cmdm.plan("-o", "json").out()).contains("identity-not-usable");
        Ended refused = cmdm.apply();
        assertThat(refused.exit()).isEqualTo(78);
        assertThat(refused.err()).contains("/nowhere/acme.p12").contains("signing-identity");
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @Test
    void handsTheToolOfOldReleasesASignedFileThatOpensslAgreesWith() throws IOException {
        SimulatedMac mac = World.oldMac(World.MACOS_10_15);
        SigningKeys keys = new SigningKeys(mac).make("acme");
        Path kept = keepWhatIsInstalled(mac);
        mac.declare(NAME, 600);

        Ended run = signing(mac, keys, "acme")
                .without("CMDM_MDM_PRODUCT")
                .without("CMDM_MDM_URL")
                .without("CMDM_MDM_CREDENTIAL")
                .apply();

        assertThat(run.out()).contains("1 done");
        assertThat(verification(mac)).isEqualTo("verified");
        String content = new String(keys.verify(kept, "acme"), StandardCharsets.UTF_8);
        assertThat(content).contains("<string>com.acme.a</string>", "<integer>600</integer>");
    }

    private static Shipped signing(SimulatedMac mac, SigningKeys keys, String name) {
        return new Shipped(mac)
                .with("CMDM_SIGN_IDENTITY", keys.file(name + ".p12").toString())
                .with("CMDM_SIGN_PASSWORD", "env:KEY_PASSWORD")
                .with("KEY_PASSWORD", SigningKeys.PASSWORD);
    }

    /** What the Mac found of the signature of its profile. */
    private static String verification(SimulatedMac mac) {
        return mac.world()
                .get("/macs/" + mac.name())
                .path("profiles")
                .valueStream()
                .filter(profile -> profile.path("identifier").asString().equals(NAME))
                .findFirst()
                .orElseThrow()
                .path("verification")
                .asString();
    }

    /** Lets the stand-in of {@code profiles} keep a copy of the file that it installs from. */
    private static Path keepWhatIsInstalled(SimulatedMac mac) throws IOException {
        Path kept = mac.folder().resolve("installed");
        Path tool = mac.root().resolve("usr/bin/profiles");
        Path real = Files.move(tool, tool.resolveSibling("profiles.real"));
        Files.writeString(
                tool,
                "#!/bin/bash\nfor word; do case \"$word\" in *.mobileconfig) cp \"$word\" '" + kept
                        + "';; esac; done\nexec '" + real + "' \"$@\"\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        return kept;
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A Mac and commands for tests of products. */
public final class Mdms {
    public static final String PASSWORD = "canary-7f3a/+\"pass";

    /** Of a server for which nothing but its URL and credential is set. */
    public static final ProductSettings NOTHING_SET = settings(Map.of());

    private Mdms() {}

    /** Access to a server with the usual password and nothing else set. */
    public static ServerAccess access(ServerUrl url) {
        return access(url, Map.of());
    }

    /** Access with settings; what one names as the source of a secret is the secret itself. */
    public static ServerAccess access(ServerUrl url, Map<String, String> set) {
        return new ServerAccess(url, Secret.of(PASSWORD), settings(set), Instant::now, once());
    }

    /** Settings, and nothing by default; what one names as the source of a secret is the secret itself. */
    public static ProductSettings settings(Map<String, String> set) {
        return new ProductSettings() {
            @Override
            public Optional<String> find(String word) {
                return Optional.ofNullable(set.get(word));
            }

            @Override
            public Optional<Secret> findSecret(String word) {
                return find(word).map(Secret::of);
            }
        };
    }

    public static Device device(String serial, String udid) {
        return new Device(serial, udid, new MacOsVersion(15, 1, 0), Enrollment.USER_APPROVED);
    }

    public static Command install(String commandUuid) {
        Bytes content = new Bytes("<plist/>".getBytes(StandardCharsets.UTF_8));
        return new Command(commandUuid, new InstallProfile(new ProfileIdentifier("com.example.one"), content));
    }

    /** Asks for the result of a command that brings no object. */
    public static Inquiry inquiry(String commandUuid) {
        return new Inquiry(commandUuid, Optional.empty(), Instant.EPOCH);
    }

    /** Every call is made once: whoever waits for a repeat is told that an end is wanted. */
    private static Link once() {
        TestTiming timing = new TestTiming();
        timing.end();
        return Link.direct(timing, new Random(1));
    }
}

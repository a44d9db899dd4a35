// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import java.nio.charset.StandardCharsets;

/** A Mac and commands for tests of products. */
public final class Mdms {
    public static final String PASSWORD = "canary-7f3a/+\"pass";

    private Mdms() {}

    public static Device device(String serial, String udid) {
        return new Device(serial, udid, new MacOsVersion(15, 1, 0), Enrollment.USER_APPROVED);
    }

    public static Command install(String commandUuid) {
        Bytes content = new Bytes("<plist/>".getBytes(StandardCharsets.UTF_8));
        return new Command(commandUuid, new InstallProfile(new ProfileIdentifier("com.example.one"), content));
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.device.MacOsVersion;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.process.ProcessResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads who a Mac is: serial number and hardware UUID from the I/O Registry's entry
 * IOPlatformExpertDevice, never the provisioning UDID, which is another value on Apple silicon.
 */
final class IdentityReader {
    private static final String[] AS_PLIST = {"-d2", "-c", "IOPlatformExpertDevice", "-a"};
    private static final String[] AS_TEXT = {"-rd1", "-c", "IOPlatformExpertDevice"};
    private static final String SERIAL = "IOPlatformSerialNumber";
    private static final String UUID = "IOPlatformUUID";
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern SERIAL_FORM = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,126}[\\x21-\\x7e])?");

    private final Toolbox tools;

    IdentityReader(Toolbox tools) {
        this.tools = tools;
    }

    Mac.Identity read() {
        Hardware hardware = findInPlist()
                .or(this::findInText)
                .orElseThrow(() -> new StateUnreadableException(
                        Toolbox.name(Toolbox.IOREG, AS_TEXT) + " told no serial number and hardware UUID"));
        return new Mac.Identity(hardware.serial(), hardware.uuid(), version());
    }

    private MacOsVersion version() {
        ProcessResult result = tools.read(Toolbox.SW_VERS, "-productVersion");
        String printed = new String(result.stdout(), StandardCharsets.UTF_8);
        MacOsVersion version = Optional.of(result)
                .filter(ProcessResult::succeeded)
                .flatMap(unused -> MacOsVersion.find(printed))
                .orElseThrow(() -> new StateUnreadableException(
                        "sw_vers -productVersion told no version " + ToolWords.of(result)));
        if (version.major() == 10 && version.minor() >= 16) {
            throw new StateUnreadableException(
                    "sw_vers -productVersion told " + version + ", which macOS says only for the sake of old programs");
        }
        return version;
    }

    private Optional<Hardware> findInPlist() {
        ProcessResult result = tools.read(Toolbox.IOREG, AS_PLIST);
        try {
            PlistValue root = new PlistReader(PlistLimits.forListing())
                    .read(result.stdout())
                    .root();
            return Optional.of(root)
                    .filter(PlistValue.Dict.class::isInstance)
                    .flatMap(dict -> ((PlistValue.Dict) dict).findArray("IORegistryEntryChildren"))
                    .flatMap(IdentityReader::findHardware);
        } catch (PlistException noPlist) {
            return Optional.empty();
        }
    }

    private static Optional<Hardware> findHardware(PlistValue.Array children) {
        return children.items().stream()
                .filter(PlistValue.Dict.class::isInstance)
                .map(PlistValue.Dict.class::cast)
                .map(child -> findHardware(child.findText(SERIAL), child.findText(UUID)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Hardware> findInText() {
        String text = new String(tools.read(Toolbox.IOREG, AS_TEXT).stdout(), StandardCharsets.UTF_8);
        return findHardware(findProperty(text, SERIAL), findProperty(text, UUID));
    }

    private static Optional<String> findProperty(String text, String name) {
        Matcher line = Pattern.compile("\"" + name + "\" = \"([^\"\\n]*)\"").matcher(text);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private static Optional<Hardware> findHardware(Optional<String> serial, Optional<String> uuid) {
        return serial.map(String::strip)
                .filter(text -> SERIAL_FORM.matcher(text).matches())
                .flatMap(text -> uuid.map(String::strip)
                        .filter(id -> UUID_FORM.matcher(id).matches())
                        .map(id -> new Hardware(text, id)));
    }

    /** Both numbers of a Mac, of the right form. */
    private record Hardware(String serial, String uuid) {}
}

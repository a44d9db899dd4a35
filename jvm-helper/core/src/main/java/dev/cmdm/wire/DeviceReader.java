// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the facts of a Mac, as an answer holds them under {@code device}. */
public final class DeviceReader {
    private static final Pattern UDID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String NO_DEVICE = "it is no JSON object with serial, udid, macos and enrollment";

    private DeviceReader() {}

    /**
     * The Mac that a JSON object tells of.
     *
     * @param file what it was read from, for the error
     * @throws FileUnreadableException when it is no such object, naming the field that is wrong
     */
    public static Device read(byte[] json, String file) {
        try {
            if (JsonText.parse(json) instanceof Map<?, ?> map) {
                return read(new JsonObject(map, ""));
            }
            throw new FileUnreadableException(file, NO_DEVICE);
        } catch (JsonText.MalformedException e) {
            throw new FileUnreadableException(file, NO_DEVICE);
        } catch (JsonObject.FieldException e) {
            throw new FileUnreadableException(file, e.getMessage() + "; cmdm state -o json prints it under device");
        }
    }

    static Device read(JsonObject device) {
        return new Device(
                need(device, "serial"),
                udid(device),
                MacOsVersion.find(need(device, "macos"))
                        .orElseThrow(() -> device.wrong("macos", "a version such as 10.15.7")),
                enrollment(device));
    }

    private static String udid(JsonObject device) {
        return device.findText("udid")
                .filter(text -> UDID_FORM.matcher(text).matches())
                .orElseThrow(() -> device.wrong("udid", "a hardware UUID"));
    }

    private static Enrollment enrollment(JsonObject device) {
        if (!device.flag("enrollmentExact", true)) {
            throw device.wrong("enrollment", "the one of cmdm state, for a plan that changes nothing does not read it");
        }
        String word = need(device, "enrollment");
        return Stream.of(Enrollment.values())
                .filter(enrollment -> AnswerWriter.word(enrollment).equals(word))
                .findFirst()
                .orElseThrow(() -> device.wrong("enrollment", "none, mdm, user-approved or automated"));
    }

    private static String need(JsonObject device, String name) {
        return device.findText(name)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> device.wrong(name, "a string that is not empty"));
    }
}

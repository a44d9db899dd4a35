// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the facts of a Mac, as an answer holds them under {@code device}. */
public final class DeviceReader {
    private static final Pattern UDID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private DeviceReader() {}

    /**
     * The Mac that a JSON object tells of.
     *
     * @return nothing when it is no such object
     */
    public static Optional<Device> find(byte[] json) {
        try {
            return JsonText.parse(json) instanceof Map<?, ?> map
                    ? Optional.of(read(new JsonObject(map, "")))
                    : Optional.empty();
        } catch (JsonText.MalformedException | JsonObject.FieldException e) {
            return Optional.empty();
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

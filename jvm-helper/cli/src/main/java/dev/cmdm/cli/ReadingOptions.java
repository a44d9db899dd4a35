// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Request;
import dev.cmdm.device.Device;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.plist.Bytes;
import dev.cmdm.wire.DeviceReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What was read on another Mac, so that a plan for any Mac can be made anywhere. */
final class ReadingOptions {
    /** Stands in every line of a verbose listing that tells something, and in no other listing. */
    private static final String VERBOSE_MARK = "] attribute: ";

    private static final String LISTING_END = "</plist>";

    @Option(
            names = "--installed",
            paramLabel = "FILE",
            required = true,
            description = "What 'profiles -P -o stdout-xml' printed on another Mac, and after it 'profiles -P -v'"
                    + " to tell who installed what; - is standard input. Needs --device.")
    private String installed = "";

    @Option(
            names = "--device",
            paramLabel = "FILE",
            required = true,
            description = "Which Mac that is, in JSON: serial, udid, macos and enrollment, as 'cmdm state -o json'"
                    + " prints them under device. Needs --installed.")
    private String device = "";

    /** The readings, each file read once. */
    Request.Readings read(InputStream standardInput) {
        ProfileFiles files = new ProfileFiles(standardInput);
        Device mac = DeviceReader.read(content(files, device), device);
        byte[] printed = content(files, installed);
        int end = endOfListing(printed);
        byte[] after = Arrays.copyOfRange(printed, end, printed.length);
        if (!isVerbose(after)) {
            return Request.Readings.elsewhere(new Bytes(printed), Optional.empty(), mac);
        }
        return Request.Readings.elsewhere(new Bytes(Arrays.copyOf(printed, end)), Optional.of(new Bytes(after)), mac);
    }

    private static byte[] content(ProfileFiles files, String name) {
        return files.find(List.of(name)).get(0).content().get();
    }

    /** Where the property list ends, 0 when there is none; a character is a byte here. */
    private static int endOfListing(byte[] printed) {
        int last = new String(printed, StandardCharsets.ISO_8859_1).lastIndexOf(LISTING_END);
        return last < 0 ? 0 : last + LISTING_END.length();
    }

    private static boolean isVerbose(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).contains(VERBOSE_MARK);
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Request;
import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.device.Device;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.plist.Bytes;
import dev.cmdm.wire.DeviceReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What was read on another Mac, so that a plan for any Mac can be made anywhere. */
final class ReadingOptions {
    /** Stands in every line of a verbose listing that tells something, and in no other listing. */
    private static final String VERBOSE_MARK = "] attribute: ";

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
        byte[] facts = content(files, device);
        Device mac = DeviceReader.find(facts)
                .orElseThrow(() -> new FileUnreadableException(
                        device, "it is no JSON object with serial, udid, macos and enrollment"));
        Bytes listing = new Bytes(content(files, installed));
        Optional<Bytes> verbose = Optional.of(listing).filter(ReadingOptions::isVerbose);
        return Request.Readings.elsewhere(listing, verbose, mac);
    }

    private static byte[] content(ProfileFiles files, String name) {
        return files.find(List.of(name)).get(0).content().get();
    }

    private static boolean isVerbose(Bytes listing) {
        return new String(listing.toArray(), StandardCharsets.UTF_8).contains(VERBOSE_MARK);
    }
}

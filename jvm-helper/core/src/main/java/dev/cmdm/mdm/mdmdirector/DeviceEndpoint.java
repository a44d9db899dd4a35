// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /device/serial/{serial}}, where nobody is 404. The look-up by UDID is not used: for a UDID that nobody
 * has it answers 500 with some other Mac in it. (MDMDirector, director/device.go.)
 */
final class DeviceEndpoint {
    /** Every profile that is wanted comes along, in base64. */
    private static final int ANSWER_LIMIT = 64 * 1024 * 1024;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpCaller http;

    DeviceEndpoint(HttpCaller http) {
        this.http = http;
    }

    /**
     * A Mac as it is known.
     *
     * @param udid as the server spells it; the Mac's own when unknown
     * @param profiles what the Mac last listed
     */
    record Known(String udid, Standing standing, ServerProfiles profiles) {}

    /** A question that changes nothing and that only the right credential gets answered, with 404. */
    static HttpCall ofNoMac() {
        return HttpCall.get(path("00000000"));
    }

    /** Looks a Mac up by its serial number; it is this Mac only if the UDID is its own too. */
    Known ask(Device device) {
        Exchange exchange = http.call(HttpCall.get(path(device.serial())).withAnswerLimit(ANSWER_LIMIT));
        if (exchange instanceof Answer answer && answer.status() == NOT_FOUND) {
            return unknown(device);
        }
        if (!(exchange instanceof Answer answer) || answer.status() != OK) {
            throw Verdicts.unavailable(exchange, http.address());
        }
        Known known = Json.read(answer.body(), DeviceEndpoint::known)
                .orElseThrow(() -> new MdmUnavailableException(
                        http.address() + " described no Mac; check mdm.url and mdm.product", false));
        return known.udid().equalsIgnoreCase(device.udid())
                        && DeviceId.find(known.udid()).isPresent()
                ? known
                : unknown(device);
    }

    private static Known unknown(Device device) {
        return new Known(device.udid(), Standing.UNKNOWN, new ServerProfiles(Optional.empty(), List.of()));
    }

    private static String path(String serial) {
        return "/device/serial/"
                + URLEncoder.encode(serial, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Known known(Json json) {
        String[] udid = {""};
        boolean[] enrolled = {false};
        String[] listed = {""};
        List<ServerProfiles.Entry> entries = new ArrayList<>();
        json.fields(name -> {
            switch (name) {
                case "UDID" -> udid[0] = json.text().orElse("");
                case "TokenUpdateRecieved" -> enrolled[0] = json.isTrue();
                case "LastProfileList" -> listed[0] = json.text().orElse("");
                case "ProfileList" -> json.items(() -> entries.add(entry(json)));
                default -> {}
            }
        });
        return new Known(
                udid[0],
                enrolled[0] ? Standing.ENROLLED : Standing.NOT_ENROLLED,
                new ServerProfiles(time(listed[0]), entries));
    }

    private static ServerProfiles.Entry entry(Json json) {
        String[] texts = {"", "", ""};
        json.fields(name -> {
            switch (name) {
                case "PayloadIdentifier" -> texts[0] = json.text().orElse("");
                case "PayloadUUID" -> texts[1] = json.text().orElse("");
                case "PayloadDisplayName" -> texts[2] = json.text().orElse("");
                default -> {}
            }
        });
        return new ServerProfiles.Entry(texts[0], texts[1], texts[2]);
    }

    /** A Mac that never listed its profiles has the zero time of the server's language, in the year 1. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(Instant.EPOCH::isBefore);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

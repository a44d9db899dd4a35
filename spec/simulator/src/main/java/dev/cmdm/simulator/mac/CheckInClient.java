// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.profile.PropertyLists;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The device's side of the MDM protocol (Apple, "MDM check-in protocol"; recorded exchanges 04 to 10). */
final class CheckInClient {
    private static final String CHECK_IN = "application/x-apple-aspen-mdm-checkin";
    private static final String REPORT = "application/x-apple-aspen-mdm; charset=UTF-8";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final MacSettings mac;
    private final Enrollment enrollment;

    CheckInClient(HttpClient http, MacSettings mac, Enrollment enrollment) {
        this.http = http;
        this.mac = mac;
        this.enrollment = enrollment;
    }

    void authenticate() throws IOException, InterruptedException {
        NSDictionary message = checkInMessage("Authenticate");
        message.put("DeviceName", mac.name());
        message.put("SerialNumber", mac.serial());
        message.put("OSVersion", mac.macos().text());
        message.put("BuildVersion", mac.build());
        checkIn(message);
    }

    void tokenUpdate() throws IOException, InterruptedException {
        NSDictionary message = checkInMessage("TokenUpdate");
        message.put("PushMagic", enrollment.push().magic());
        message.put("Token", new NSData(enrollment.push().token()));
        checkIn(message);
    }

    void checkOut() throws IOException, InterruptedException {
        checkIn(checkInMessage("CheckOut"));
    }

    /** Sends a report and brings back the next command; empty when nothing is queued. */
    Optional<NSDictionary> report(NSDictionary report) throws IOException, InterruptedException {
        report.put("UDID", mac.udid());
        URI url = enrollment.server().serverUrl();
        byte[] answer = put(url, REPORT, report);
        if (answer.length == 0) {
            return Optional.empty();
        }
        return Optional.of(PropertyLists.findDictionary(answer)
                .orElseThrow(() -> new CheckInFailedException(url, 200, " with no property list")));
    }

    private NSDictionary checkInMessage(String type) {
        NSDictionary message = new NSDictionary();
        message.put("MessageType", type);
        message.put("Topic", enrollment.server().topic());
        message.put("UDID", mac.udid());
        return message;
    }

    private void checkIn(NSDictionary message) throws IOException, InterruptedException {
        put(enrollment.server().checkInUrl(), CHECK_IN, message);
    }

    private byte[] put(URI url, String contentType, NSDictionary message) throws IOException, InterruptedException {
        byte[] body = message.toXMLPropertyList().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .header("User-Agent", "MDM-OSX/1.0 mdmclient")
                .header("Mdm-Signature", enrollment.identity().sign(body))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new CheckInFailedException(url, response.statusCode(), "");
        }
        return response.body();
    }
}

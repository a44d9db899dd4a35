// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.ErrorChain;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a Mac told its server, as the property list that it sent, which a relay hears of by {@link Webhook}. (Apple,
 * mdm/checkin and mdm/commands.)
 */
final class DeviceReport {
    private static final PlistReader READER = new PlistReader(PlistLimits.forListing());

    private final Dict report;

    private DeviceReport(Dict report) {
        this.report = report;
    }

    /** The report in base64, or nothing when there is none that can be read. */
    static Optional<DeviceReport> find(String base64) {
        try {
            return READER.read(Base64.getDecoder().decode(base64)).root() instanceof Dict dict
                    ? Optional.of(new DeviceReport(dict))
                    : Optional.empty();
        } catch (IllegalArgumentException | PlistException e) {
            return Optional.empty();
        }
    }

    /** Whether it is the report of a Mac; the one of a user's channel names the Mac too. */
    boolean isFrom(String udid) {
        return findText("UDID").filter(udid::equalsIgnoreCase).isPresent();
    }

    Optional<String> findText(String key) {
        return report.findText(key);
    }

    /** What became of the command that it answers; nothing when it answers none. */
    Optional<CommandResult> findResult() {
        return findText("Status").flatMap(status -> switch (status) {
            case "Acknowledged" -> Optional.of(new CommandResult.Acknowledged());
            case "NotNow" -> Optional.of(new CommandResult.NotNow());
            case "Error", "CommandFormatError" -> Optional.of(new CommandResult.Failed(errors(status)));
            default -> Optional.empty();
        });
    }

    /** The profiles that it lists; nothing when it lists none. */
    Optional<ServerProfiles> findProfiles(Optional<Instant> asOf) {
        return report.findArray("ProfileList")
                .map(list -> new ServerProfiles(
                        asOf,
                        dicts(list)
                                .map(DeviceReport::entry)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private static Optional<ServerProfiles.Entry> entry(Dict profile) {
        return profile.findText("PayloadIdentifier")
                .flatMap(identifier -> profile.findText("PayloadUUID")
                        .map(uuid -> new ServerProfiles.Entry(
                                identifier,
                                uuid,
                                profile.findText("PayloadDisplayName").orElse(""))));
    }

    private List<String> errors(String status) {
        List<String> chain = ErrorChain.of(report);
        return chain.isEmpty() ? List.of(status) : chain;
    }

    private static Stream<Dict> dicts(Array array) {
        return array.items().stream().filter(Dict.class::isInstance).map(Dict.class::cast);
    }
}

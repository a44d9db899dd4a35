// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.server.jamf.MdmCommand.About;
import dev.cmdm.simulator.server.jamf.MdmCommand.State;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All commands there ever were, in the order of their sending. What a Mac put off is offered when it next asks for work. */
final class MdmCommands {
    private final List<MdmCommand> commands = new ArrayList<>();
    private final Clock clock;
    private final Ids ids;

    MdmCommands(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    void install(String udid, ConfigurationProfile profile) {
        var command = new NSDictionary();
        command.put("RequestType", "InstallProfile");
        command.put("Payload", new NSData(profile.general().content().bytes()));
        add(udid, "INSTALL_PROFILE", Optional.of(about(profile)), command);
    }

    void remove(String udid, ConfigurationProfile profile) {
        var command = new NSDictionary();
        command.put("RequestType", "RemoveProfile");
        command.put("Identifier", profile.general().content().uuid());
        add(udid, "REMOVE_PROFILE", Optional.of(about(profile)), command);
    }

    /** A command of the API's own list; its RequestType is the same word in Apple's spelling. */
    String other(String udid, String type) {
        var command = new NSDictionary();
        command.put(
                "RequestType",
                Arrays.stream(type.split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining()));
        return add(udid, type, Optional.empty(), command);
    }

    synchronized List<MdmCommand> all() {
        return List.copyOf(commands);
    }

    /** Forgets what a Mac that enrolls again never answered. */
    synchronized void drop(String udid) {
        commands.removeIf(command -> command.udid().equals(udid) && command.isOpen());
    }

    /** Takes note of the report and yields what the Mac is to do next. */
    synchronized Optional<MdmCommand> next(Report report) {
        if (!report.isIdle()) {
            commands.replaceAll(command -> isMeant(command, report) ? answered(command, report) : command);
        }
        return waiting(report.udid(), State.PENDING)
                .or(() -> report.isIdle() ? waiting(report.udid(), State.NOT_NOW) : Optional.empty());
    }

    private Optional<MdmCommand> waiting(String udid, State state) {
        return commands.stream()
                .filter(command -> command.udid().equals(udid) && command.state() == state)
                .findFirst();
    }

    private MdmCommand answered(MdmCommand command, Report report) {
        return switch (report.status()) {
            case "Acknowledged" -> command.answered(State.ACKNOWLEDGED, clock.instant(), "");
            case "NotNow" -> command.answered(State.NOT_NOW, clock.instant(), "");
            default -> command.answered(State.ERROR, clock.instant(), words(report));
        };
    }

    private static boolean isMeant(MdmCommand command, Report report) {
        return command.udid().equals(report.udid()) && command.uuid().equals(report.commandUuid());
    }

    private static String words(Report report) {
        try {
            var chain = GoPlist.any(report.raw()).get("ErrorChain");
            return chain instanceof NSArray errors
                    ? Arrays.stream(errors.getArray())
                            .filter(NSDictionary.class::isInstance)
                            .map(error -> sentence((NSDictionary) error))
                            .collect(Collectors.joining(" "))
                    : report.status();
        } catch (GoSyntaxException e) {
            return report.status();
        }
    }

    private static String sentence(NSDictionary error) {
        return Fields.text(error, "LocalizedDescription") + " <" + Fields.text(error, "ErrorDomain") + ":"
                + error.get("ErrorCode") + ">";
    }

    private synchronized String add(String udid, String type, Optional<About> about, NSDictionary inner) {
        var uuid = ids.uuid();
        var plist = new NSDictionary();
        plist.put("Command", inner);
        plist.put("CommandUUID", uuid);
        var bytes = plist.toXMLPropertyList().getBytes(StandardCharsets.UTF_8);
        commands.add(
                new MdmCommand(uuid, udid, type, about, bytes, State.PENDING, clock.instant(), Optional.empty(), ""));
        return uuid;
    }

    private static About about(ConfigurationProfile profile) {
        return new About(
                profile.id(),
                profile.general().content().uuid(),
                profile.general().name());
    }
}

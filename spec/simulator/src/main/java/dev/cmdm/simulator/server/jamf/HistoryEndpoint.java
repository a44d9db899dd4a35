// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.jamf.Computers.Computer;
import dev.cmdm.simulator.server.jamf.MdmCommand.State;
import dev.cmdm.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * GET /JSSResource/computerhistory/KEY/VALUE/subset/Commands. Of a failed command its status is what the Mac said.
 * (go-api-sdk-jamfpro, classicapi_computer_history.go; ruby-jss, ManagementHistory.)
 */
final class HistoryEndpoint {
    static final String PREFIX = "/JSSResource/computerhistory/";
    private static final String SUFFIX = "/subset/Commands";

    private final Computers computers;
    private final MdmCommands commands;

    HistoryEndpoint(Computers computers, MdmCommands commands) {
        this.computers = computers;
        this.commands = commands;
    }

    Reply answer(String path) {
        var parts = path.substring(PREFIX.length()).split("/", 3);
        if (parts.length < 3 || !path.endsWith(SUFFIX)) {
            return JamfReplies.notFound();
        }
        return find(parts[0], parts[1]).map(this::history).orElseGet(JamfReplies::notFound);
    }

    private Optional<Device> find(String key, String value) {
        Function<Computer, String> field = switch (key) {
            case "id" -> computer -> String.valueOf(computer.id());
            case "udid" -> computer -> computer.device().udid();
            case "serialnumber" -> computer -> computer.device().serial();
            default -> computer -> "";
        };
        return computers.all().stream()
                .filter(computer -> field.apply(computer).equalsIgnoreCase(value))
                .map(Computer::device)
                .findFirst();
    }

    private Reply history(Device device) {
        var own = commands.all().stream()
                .filter(command -> command.udid().equals(device.udid()))
                .toList();
        return JamfReplies.xml(
                200,
                XmlElement.of(
                        "computer_history",
                        XmlElement.of(
                                "commands",
                                list("completed", own, command -> command.state() == State.ACKNOWLEDGED),
                                list("pending", own, MdmCommand::isOpen),
                                list("failed", own, command -> command.state() == State.ERROR))));
    }

    private static XmlElement list(String name, List<MdmCommand> all, Predicate<MdmCommand> which) {
        return XmlElement.of(
                name, all.stream().filter(which).map(HistoryEndpoint::describe).toList());
    }

    private static XmlElement describe(MdmCommand command) {
        return XmlElement.of(
                "command",
                XmlElement.of("name", command.title()),
                XmlElement.of(
                        "status",
                        command.state() == State.ERROR
                                ? command.words()
                                : command.state().name()),
                XmlElement.of("issued_utc", command.sent().toString()),
                XmlElement.of("issued_epoch", String.valueOf(command.sent().toEpochMilli())),
                XmlElement.of(
                        "completed_utc",
                        command.completed().map(Object::toString).orElse("")));
    }
}

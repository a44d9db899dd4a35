// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A command as a person gives it: by its name, or as a property list. */
public final class GivenCommand {
    /** How Apple names commands. */
    public static final Pattern TYPE = Pattern.compile("[A-Za-z0-9]{1,64}");

    private static final String REQUEST_TYPE = "RequestType";
    private static final String COMMAND = "Command";

    /** What a Mac is asked of itself when nothing in particular is: it answers nothing without. (Apple, device.information.yaml.) */
    private static final List<String> USUAL_QUERIES = List.of(
            "UDID", "SerialNumber", "DeviceName", "OSVersion", "BuildVersion", "ModelName", "Model", "ProductName");

    private GivenCommand() {}

    /**
     * A command that its name says all about.
     *
     * @throws BadCommandException when it is no name
     */
    public static Raw named(String type) {
        Dict command = new Dict(Map.of(REQUEST_TYPE, new Text(type)));
        return of(
                type.equals("DeviceInformation")
                        ? command.with(
                                "Queries",
                                new Array(USUAL_QUERIES.stream()
                                        .<PlistValue>map(Text::new)
                                        .toList()))
                        : command);
    }

    /**
     * A command in a property list: its own dictionary, or that with {@code Command} around it. An id in it counts for
     * nothing: each command that is sent gets one of its own.
     *
     * @throws dev.cmdm.plist.PlistException when it is no property list
     * @throws BadCommandException when it is no command
     */
    public static Raw read(byte[] bytes) {
        if (new PlistReader(PlistLimits.forProfile()).read(bytes).root() instanceof Dict dict) {
            return of(dict.findDict(COMMAND).orElse(dict));
        }
        throw new BadCommandException("a command is a dictionary with RequestType; this is none");
    }

    /**
     * A command as its own dictionary.
     *
     * @throws BadCommandException when it names no RequestType
     */
    public static Raw of(Dict command) {
        String type = command.findText(REQUEST_TYPE)
                .filter(name -> TYPE.matcher(name).matches())
                .orElseThrow(() -> new BadCommandException(
                        "a command needs a RequestType of letters and digits, such as ProfileList"));
        return new Raw(type, command);
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.util.HexFormat;

/**
 * What a Mac sends to the check-in URL (Apple, mdm/checkin). Fields that a message type does not have are empty.
 *
 * @param token device token in lower-case hexadecimal
 * @param raw the body as it came
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
public record CheckInMessage(
        String messageType, String udid, String serial, String topic, String pushMagic, String token, byte[] raw) {

    /**
     * Reads a body.
     *
     * @throws GoSyntaxException if it is no property list
     */
    public static CheckInMessage read(byte[] body) throws GoSyntaxException {
        NSDictionary message = GoPlist.any(body);
        return new CheckInMessage(
                Fields.text(message, "MessageType"),
                Fields.text(message, "UDID"),
                Fields.text(message, "SerialNumber"),
                Fields.text(message, "Topic"),
                Fields.text(message, "PushMagic"),
                HexFormat.of().formatHex(Fields.data(message, "Token")),
                body);
    }
}

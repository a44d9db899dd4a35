// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** Values as Ruby writes them, and the cookbook takes them. */
final class RubyLiterals extends HashLiterals {
    @Override
    char sigil() {
        return '#';
    }

    @Override
    public String data(PlistValue.Data data) {
        String base64 = Base64.getEncoder().encodeToString(data.bytes().toArray());
        return "Cmdm.data('" + base64 + "'.unpack1('m0'))";
    }

    @Override
    public String date(PlistValue.Date date) {
        OffsetDateTime at = date.instant().atOffset(ZoneOffset.UTC);
        return String.format(
                "Time.utc(%d, %d, %d, %d, %d, %d)",
                at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.plist.PlistValue;
import tools.jackson.core.JsonGenerator;

/** Writes single values under a name; what holds others, and bytes, is left out, for a secret could stand inside. */
final class DiffValues implements PlistValue.Cases<Boolean> {
    private final JsonGenerator json;
    private final String name;

    private DiffValues(JsonGenerator json, String name) {
        this.json = json;
        this.name = name;
    }

    static void write(JsonGenerator json, String name, PlistValue value) {
        value.match(new DiffValues(json, name));
    }

    @Override
    public Boolean dict(PlistValue.Dict dict) {
        return false;
    }

    @Override
    public Boolean array(PlistValue.Array array) {
        return false;
    }

    @Override
    public Boolean data(PlistValue.Data data) {
        return false;
    }

    @Override
    public Boolean text(PlistValue.Text text) {
        json.writeStringProperty(name, text.value());
        return true;
    }

    @Override
    public Boolean date(PlistValue.Date date) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("$date", date.instant().toString());
        json.writeEndObject();
        return true;
    }

    @Override
    public Boolean integer(PlistValue.Int integer) {
        json.writeName(name);
        json.writeNumber(integer.value());
        return true;
    }

    @Override
    public Boolean real(PlistValue.Real real) {
        if (Double.isInfinite(real.value())) {
            json.writeStringProperty(name, Double.toString(real.value()));
        } else {
            json.writeNumberProperty(name, real.value());
        }
        return true;
    }

    @Override
    public Boolean bool(PlistValue.Bool bool) {
        json.writeBooleanProperty(name, bool.value());
        return true;
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void readsEachKindAndTakesNullForMissing() {
        Fields fields = Fields.parse(
                "f", "{\"t\":\"x\",\"n\":3,\"b\":true,\"s\":0.25,\"o\":{\"t\":\"y\"},\"l\":[{}],\"z\":null}");

        assertThat(fields.text("t")).isEqualTo("x");
        assertThat(fields.findInteger("n")).contains(3);
        assertThat(fields.flag("b")).isTrue();
        assertThat(fields.findSeconds("s")).contains(Duration.ofMillis(250));
        assertThat(fields.findObject("o").orElseThrow().text("t")).isEqualTo("y");
        assertThat(fields.objects("l")).hasSize(1);
        assertThat(fields.findText("z")).isEmpty();
        fields.end();
    }

    @Test
    void namesTheFieldThatNobodyKnows() {
        Fields fields = Fields.parse("world.json", "{\"macs\":[{\"serail\":\"x\"}]}");

        assertThatThrownBy(() -> fields.objects("macs").get(0).end())
                .hasMessage("world.json.macs[0].serail: no such field is known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "nothing"})
    void refusesWhatIsNoObject(String json) {
        assertThatThrownBy(() -> Fields.parse("f", json)).isInstanceOf(BadFieldException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1", "86401", "1e400", "\"1\""})
    void refusesSecondsThatAreNone(String value) {
        Fields fields = Fields.parse("f", "{\"s\":" + value + "}");

        assertThatThrownBy(() -> fields.findSeconds("s")).hasMessageStartingWith("f.s: ");
    }
}

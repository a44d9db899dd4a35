// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FaultRuleTest {
    @Test
    void readsEveryKindOfFault() {
        var rules = FaultRule.parse(JsonMapper.shared().readTree("""
                [{"on":"enqueue","times":3,"do":"lose-answer"},{"on":"devices","do":"status","status":502},
                 {"on":"queue","do":"reset"},{"do":"delay","seconds":1.5},{"on":"push","do":"status"}]
                """));
        assertThat(rules)
                .containsExactly(
                        new FaultRule(Operation.ENQUEUE, 3, new Fault.LoseAnswer()),
                        new FaultRule(Operation.DEVICES, 1, new Fault.Status(502)),
                        new FaultRule(Operation.QUEUE, 1, new Fault.Reset()),
                        new FaultRule(Operation.ANY, 1, new Fault.Delay(Duration.ofMillis(1500))),
                        new FaultRule(Operation.PUSH, 1, new Fault.Status(500)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"do\":\"explode\"}]",
                "[{\"on\":\"everything\",\"do\":\"reset\"}]",
                "[{\"do\":\"reset\",\"times\":0}]",
                "[{\"do\":\"status\",\"status\":200}]",
                "[{\"do\":\"delay\"}]",
                "[{\"do\":\"delay\",\"seconds\":-1}]"
            })
    void refusesWhatHasNoMeaning(String rules) {
        var json = JsonMapper.shared().readTree(rules);
        assertThatThrownBy(() -> FaultRule.parse(json))
                .isInstanceOf(BadFaultException.class)
                .hasMessageStartingWith("fault field \"");
    }
}

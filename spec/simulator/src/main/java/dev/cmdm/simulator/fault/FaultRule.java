// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A fault, where it strikes and how often.
 *
 * @param on the requests it strikes
 * @param times how many of them, one or more
 * @param fault what happens to each
 */
public record FaultRule(Operation on, int times, Fault fault) {
    private static final double MILLIS = 1000;

    /**
     * Reads the array of a control request, such as {@code [{"on":"enqueue","times":1,"do":"lose-answer"}]}.
     *
     * @throws BadFaultException if a field has no meaning
     */
    public static List<FaultRule> parse(JsonNode rules) {
        if (!rules.isArray()) {
            throw new BadFaultException("", rules.getNodeType().name(), "an array of faults");
        }
        return StreamSupport.stream(rules.spliterator(), false)
                .map(FaultRule::read)
                .toList();
    }

    /** Whether this rule meets a request of that kind. */
    boolean meets(Operation operation) {
        return on == Operation.ANY || on == operation;
    }

    private static FaultRule read(JsonNode rule) {
        int times = rule.path("times").asInt(1);
        if (times < 1) {
            throw new BadFaultException("times", String.valueOf(times), "1 or more");
        }
        return new FaultRule(Operation.named(rule.path("on").asString("any")), times, fault(rule));
    }

    private static Fault fault(JsonNode rule) {
        var word = rule.path("do").asString("");
        return switch (word) {
            case "lose-answer" -> new Fault.LoseAnswer();
            case "reset" -> new Fault.Reset();
            case "status" -> new Fault.Status(status(rule));
            case "delay" -> new Fault.Delay(duration(rule));
            default -> throw new BadFaultException("do", word, "lose-answer, status, reset or delay");
        };
    }

    private static int status(JsonNode rule) {
        int status = rule.path("status").asInt(500);
        if (status < 400 || status > 599) {
            throw new BadFaultException("status", String.valueOf(status), "a status from 400 to 599");
        }
        return status;
    }

    private static Duration duration(JsonNode rule) {
        double seconds = rule.path("seconds").asDouble(0);
        if (!(seconds > 0)) {
            throw new BadFaultException("seconds", String.valueOf(seconds), "a number above 0");
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
}

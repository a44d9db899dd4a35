// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads from the form of an upload which hosts the profile is for (server/service/mdm.go). Without a Premium license
 * labels are refused, as since fleetdm/fleet pull request 47265; releases before it took them for hosts without a team
 * (issue 47191). Newer ones than this let an include go with an exclude (issue 32073).
 */
final class ScopeReader {
    private static final String OLD_FIELD = "labels";

    private final Labels labels;
    private final boolean free;

    ScopeReader(Labels labels, boolean free) {
        this.labels = labels;
        this.free = free;
    }

    /** The refusal of a form that says it in two ways. */
    static Optional<Reply> findContradiction(Multipart form) {
        long ways = Stream.concat(
                        Arrays.stream(LabelScope.Mode.values()).map(LabelScope.Mode::field), Stream.of(OLD_FIELD))
                .filter(field -> form.part(field).isPresent())
                .count();
        return ways > 1
                ? Optional.of(FleetReplies.badRequest("Only one of \"labels_exclude_any\", \"labels_include_all\","
                        + " \"labels_include_any\", or \"labels\" can be included."))
                : Optional.empty();
    }

    Optional<Reply> findRefusal(Multipart form) {
        var names = names(form, mode(form));
        if (free && !names.isEmpty()) {
            return Optional.of(FleetReplies.unlicensed(
                    "Scoping configuration profiles with labels requires Fleet Premium license"));
        }
        return names.stream().allMatch(name -> labels.find(name).isPresent())
                ? Optional.empty()
                : Optional.of(FleetReplies.badRequest("some or all the labels provided don't exist"));
    }

    LabelScope read(Multipart form) {
        var mode = mode(form);
        return new LabelScope(
                mode,
                names(form, mode).stream()
                        .flatMap(name -> labels.find(name).stream())
                        .toList());
    }

    private static LabelScope.Mode mode(Multipart form) {
        return Arrays.stream(LabelScope.Mode.values())
                .filter(mode -> form.part(mode.field()).isPresent())
                .findFirst()
                .orElse(LabelScope.WHOLE_TEAM.mode());
    }

    private static List<String> names(Multipart form, LabelScope.Mode mode) {
        var field = form.part(OLD_FIELD).isPresent() ? OLD_FIELD : mode.field();
        return form.texts(field).stream().distinct().toList();
    }
}

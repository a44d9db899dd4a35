// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Which hosts of its team a profile is for; without labels it is for all of them. */
record LabelScope(Mode mode, List<Label> labels) {
    static final LabelScope WHOLE_TEAM = new LabelScope(Mode.INCLUDE_ALL, List.of());

    /** What a host needs of the labels. */
    enum Mode {
        INCLUDE_ALL("labels_include_all"),
        INCLUDE_ANY("labels_include_any"),
        EXCLUDE_ANY("labels_exclude_any");

        private final String field;

        Mode(String field) {
            this.field = field;
        }

        /** Its name in forms and lists. */
        String field() {
            return field;
        }
    }

    boolean reaches(Collection<Label> ofHost) {
        return switch (mode) {
            case INCLUDE_ALL -> ofHost.containsAll(labels);
            case INCLUDE_ANY -> !Collections.disjoint(ofHost, labels);
            case EXCLUDE_ANY -> Collections.disjoint(ofHost, labels);
        };
    }

    /** Lists the labels, if there are any. */
    void describe(ObjectNode profile) {
        if (!labels.isEmpty()) {
            var listed = profile.putArray(mode.field());
            labels.forEach(label -> listed.addObject().put("name", label.name()).put("id", label.id()));
        }
    }
}

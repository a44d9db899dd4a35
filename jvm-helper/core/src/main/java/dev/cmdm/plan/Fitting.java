// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.profile.HashedUuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first form of a profile that a server passes on and that is not too big for it, and why no earlier one is. */
final class Fitting {
    private final ServerLimits server;
    private final boolean givenSigned;
    private final List<Form> forms;
    private final List<Form> tooBig = new ArrayList<>();
    private boolean refused;

    Fitting(Prepared prepared, ServerLimits server) {
        this.server = server;
        this.givenSigned = Routing.signed(prepared.desired());
        this.forms = prepared.forms();
    }

    /** The way that the first fitting form opens, or what closes it. */
    Way way() {
        for (Form form : forms) {
            if (signed(form) && !server.passesSigned()) {
                refused = true;
            } else if (fits(form)) {
                return Way.open(standing(form), sent(form));
            } else {
                tooBig.add(form);
            }
        }
        return Way.closed(List.of(tooBig.isEmpty() ? notAccepted() : notFitting()));
    }

    private boolean fits(Form form) {
        return form.kind() == Form.Kind.OBJECT
                ? server.makesObjects()
                : form.body().fits(server.maximumSize());
    }

    /** The form under the UUID that the server sends it on with. */
    private Form standing(Form form) {
        return server.hashesUuids() ? form.under(HashedUuid.of(form.content())) : form;
    }

    /** The form in words, unless it is the plain one and the first; the sizes of those before it say why. */
    static String words(Form form, boolean givenSigned) {
        boolean opened = givenSigned && form.kind() != Form.Kind.GIVEN;
        return switch (form.kind()) {
            case GIVEN -> givenSigned ? "as given, signed" : "as given";
            case CANONICAL -> opened ? "unwrapped" : form.kind().words();
            case SIGNED, COMPACT, BINARY, OBJECT ->
                (opened ? "unwrapped and " : "") + form.kind().words();
        };
    }

    private boolean signed(Form form) {
        return form.kind() == Form.Kind.SIGNED || (form.kind() == Form.Kind.GIVEN && givenSigned);
    }

    private String sent(Form form) {
        List<String> why = new ArrayList<>();
        refusal().ifPresent(why::add);
        if (!tooBig.isEmpty() && server.maximumSize() != ServerLimits.NOTHING) {
            why.add(sizes());
        }
        if (!why.isEmpty()) {
            return "; " + String.join(", ", why) + ", so " + words(form, givenSigned);
        }
        return form.kind() == Form.Kind.CANONICAL ? "" : "; " + words(form, givenSigned);
    }

    private Optional<String> refusal() {
        return refused ? Optional.of(server.server() + " takes no signed profile") : Optional.empty();
    }

    /** {@code signed 5,204, plain 4,300 of 4,000 characters}. */
    private String sizes() {
        return tooBig.stream()
                        .map(form -> words(form, givenSigned) + " " + number(form.size()))
                        .collect(Collectors.joining(", "))
                + " of " + number(server.maximumSize()) + " " + server.unit();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private Obstacle notAccepted() {
        return new Obstacle(
                ReasonCode.SIGNED_NOT_ACCEPTED,
                refusal().orElseThrow(),
                "declare the unsigned one, or let its content be sent without the signature (unwrap: true)");
    }

    private Obstacle notFitting() {
        return server.maximumSize() == ServerLimits.NOTHING
                ? new Obstacle(server.server() + " sends no profile byte for byte", "let it be stamped (stamp: true)")
                : new Obstacle("it does not fit: " + sizes() + " at " + server.server(), "shorten it");
    }
}

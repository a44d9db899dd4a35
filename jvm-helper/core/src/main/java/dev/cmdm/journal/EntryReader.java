// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Makes entries of what stands in lines; {@link FieldWriter} is the way back. */
final class EntryReader {
    private EntryReader() {}

    /**
     * The entry of a kind.
     *
     * @throws UnreadableLineException when the kind is not known or a value breaks a rule of its own
     */
    static Entry read(String kind, Instant at, Fields fields) {
        try {
            return entry(kind, at, fields);
        } catch (IllegalArgumentException | ProfileException e) {
            throw new UnreadableLineException("a field breaks a rule of its own");
        }
    }

    private static Entry entry(String kind, Instant at, Fields fields) {
        return switch (kind) {
            case "sending" -> new Entry.Sending(at, attempt(fields));
            case "queued" -> new Entry.Queued(at, fields.get("command"));
            case "unchanged" -> new Entry.Unchanged(at, fields.get("command"));
            case "withdrawn" -> new Entry.Withdrawn(at, fields.get("command"), fields.get("why"));
            case "looked" -> new Entry.Looked(at, fields.get("command"), flag(fields.get("found")));
            case "answered" -> new Entry.Answered(at, fields.get("command"), getReport(fields));
            case "seen" -> new Entry.Seen(at, record(fields));
            case "gone" -> new Entry.Gone(at, key(fields));
            case "given-up" -> new Entry.GivenUp(at, fields.get("command"), fields.get("why"));
            case "forgotten" -> new Entry.Forgotten(at, key(fields));
            case "migrating" -> new Entry.Migrating(at, migration(fields));
            case "put-back" -> new Entry.PutBack(at, key(fields));
            case "migrated" -> new Entry.Migrated(at, key(fields));
            case "reached" -> new Entry.Reached(at);
            case "deferred" -> new Entry.Deferred(at, deferral(fields));
            default -> throw new UnreadableLineException("its kind is not known");
        };
    }

    private static boolean flag(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new UnreadableLineException("a word is not known");
        };
    }

    private static Pending attempt(Fields fields) {
        return new Pending(
                key(fields),
                fields.find("fingerprint").map(Fingerprint::new),
                fields.get("uuid"),
                fields.get("command"),
                new Owner(fields.get("owner")),
                fields.getInstant("sent"),
                Integer.parseInt(fields.get("attempt")),
                fields.findInstant("repeated"),
                fields.find("date-before"),
                constant(Pending.Answer.class, fields.get("answer")),
                new Pending.Looks(
                        fields.findInstant("queued-at"),
                        fields.findInstant("absent-since"),
                        fields.findInstant("absent-again")),
                fields.find("signer"),
                findReport(fields));
    }

    private static Pending.Report getReport(Fields fields) {
        return findReport(fields).orElseThrow(() -> new UnreadableLineException("the field report is missing"));
    }

    private static Optional<Pending.Report> findReport(Fields fields) {
        return fields.find("report")
                .map(word -> new Pending.Report(
                        fields.getInstant("reported"),
                        constant(Pending.Report.Status.class, word),
                        fields.get("report-words").lines().toList()));
    }

    private static Record record(Fields fields) {
        return new Record(
                key(fields),
                fields.get("uuid"),
                new Fingerprint(fields.get("fingerprint")),
                fields.get("date"),
                new Owner(fields.get("owner")),
                fields.getInstant("seen"),
                fields.find("origin").map(word -> constant(Origin.class, word)).orElse(Origin.UNKNOWN),
                fields.find("signer"));
    }

    private static Migration migration(Fields fields) {
        return new Migration(
                key(fields),
                new Fingerprint(fields.get("fingerprint")),
                new Owner(fields.get("owner")),
                fields.getInstant("started"),
                fields.findInstant("put-back"));
    }

    private static Deferral deferral(Fields fields) {
        return new Deferral(fields.getInstant("said"), fields.getInstant("until"), fields.get("why"));
    }

    private static ProfileKey key(Fields fields) {
        return new ProfileKey(
                new ProfileIdentifier(fields.get("identifier")),
                constant(Scope.class, fields.get("scope")),
                fields.get("user"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new UnreadableLineException("a word is not known");
    }
}

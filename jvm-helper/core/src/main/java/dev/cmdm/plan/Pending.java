// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Owner;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The last command sent for a profile and not yet seen to have come true.
 *
 * @param key which profile
 * @param fingerprint the content sent; nothing for a removal
 * @param uuid the UUID to be expected on the Mac; for a removal that of the copy that goes where there are several,
 *     otherwise empty
 * @param commandUuid the command's id
 * @param owner who declared it
 * @param sentAt when this attempt was first written
 * @param attempt counts from 1
 * @param repeatedAt when it was last written once more, under the same id; or, of an attempt that follows
 *     one that was lost or not seen in time, when it was written: nothing repeats it before its deadline
 * @param dateBefore the install date that the Mac listed when this was sent, if a profile with this very
 *     UUID stood there already: then only another date shows that the new content came
 * @param answer what the server said
 * @param looks what its queue showed since it was last sent
 * @param signer who signed what it brings, as {@link Form.Body#signer} says it; nothing when nobody knows
 * @param report what the server last told of its result, since it was last sent; nothing where it does not tell
 */
public record Pending(
        ProfileKey key,
        Optional<Fingerprint> fingerprint,
        String uuid,
        String commandUuid,
        Owner owner,
        Instant sentAt,
        int attempt,
        Optional<Instant> repeatedAt,
        Optional<String> dateBefore,
        Answer answer,
        Looks looks,
        Optional<String> signer,
        Optional<Report> report) {

    /** A first attempt to bring a content to the Mac, about to be sent. */
    public static Pending install(
            ProfileKey key, Fingerprint fingerprint, String uuid, String commandUuid, Owner owner, Instant now) {
        return first(key, Optional.of(fingerprint), uuid, commandUuid, owner, now);
    }

    /** A first attempt to take a profile off the Mac, about to be sent. */
    public static Pending removal(ProfileKey key, String commandUuid, Owner owner, Instant now) {
        return removal(key, "", commandUuid, owner, now);
    }

    /** A first attempt to take one of several copies off the Mac, about to be sent. */
    public static Pending removal(ProfileKey key, String copy, String commandUuid, Owner owner, Instant now) {
        return first(key, Optional.empty(), copy, commandUuid, owner, now);
    }

    private static Pending first(
            ProfileKey key,
            Optional<Fingerprint> fingerprint,
            String uuid,
            String commandUuid,
            Owner owner,
            Instant now) {
        return new Pending(
                key,
                fingerprint,
                uuid,
                commandUuid,
                owner,
                now,
                1,
                Optional.empty(),
                Optional.empty(),
                Answer.UNANSWERED,
                Looks.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** What the server said to a command. */
    public enum Answer {
        /** Nothing yet: the request was about to leave, or its answer was lost. */
        UNANSWERED,
        /** It queued the command. */
        QUEUED,
        /** It was asked for just this before, believes it done, and sent nothing. */
        UNCHANGED
    }

    /**
     * What the server's queue showed of a command.
     *
     * @param seenAt when it was last there
     * @param absentSince the first look that did not find it, since it was last there
     * @param absentAgain the last look that did not find it
     */
    public record Looks(Optional<Instant> seenAt, Optional<Instant> absentSince, Optional<Instant> absentAgain) {
        /** No look yet. */
        public static final Looks NONE = new Looks(Optional.empty(), Optional.empty(), Optional.empty());

        /** After a look that found the command. */
        public Looks found(Instant now) {
            return new Looks(Optional.of(now), Optional.empty(), Optional.empty());
        }

        /** After a look that did not find it. */
        public Looks missed(Instant now) {
            return new Looks(seenAt, absentSince.or(() -> Optional.of(now)), Optional.of(now));
        }
    }

    /**
     * What a server told of a command when it was asked for its result.
     *
     * @param at when it told
     * @param status what became of the command by then
     * @param words why the Mac refused it, a line for each error, in the Mac's own words; else none
     */
    public record Report(Instant at, Status status, List<String> words) {
        private static final Pattern LINE_BREAKS = Pattern.compile("\\R");

        public Report {
            words = words.stream()
                    .map(line -> LINE_BREAKS.matcher(line).replaceAll(" "))
                    .filter(line -> !line.isBlank())
                    .toList();
        }

        /** What may become of a command. */
        public enum Status {
            /** The Mac put it off, and is asked again. */
            NOT_NOW,
            /** The Mac says that it carried it out, which only its list proves. */
            ACKNOWLEDGED,
            /** The Mac refused it, so that it never comes true. */
            REFUSED,
            /** The server knows no such command: it was never queued. */
            UNKNOWN
        }

        /** Whether nothing else will be told of the command. */
        public boolean isFinal() {
            return status == Status.ACKNOWLEDGED || status == Status.REFUSED;
        }

        /** The Mac's words on one line. */
        public String text() {
            return String.join("; ", words);
        }
    }

    /** Whether the server told this of it. */
    public boolean isReported(Report.Status status) {
        return report.filter(told -> told.status() == status).isPresent();
    }

    /** Whether it is a removal. */
    public boolean removes() {
        return fingerprint.isEmpty();
    }

    /** Whether the server holds to have sent this content before and sent nothing now; it can be made to forget that. */
    public boolean held() {
        return answer == Answer.UNCHANGED && !removes();
    }

    /** Whether it is a repeat itself, so that nothing repeats it before its deadline. */
    public boolean repeated() {
        return repeatedAt.isPresent();
    }

    /** When it was last written, before its request left. */
    public Instant lastSentAt() {
        return repeatedAt.orElse(sentAt);
    }

    /** Whether it asks for the same as another attempt: the same content, or the same removal. */
    public boolean sameAs(Pending other) {
        return key.equals(other.key) && fingerprint.equals(other.fingerprint);
    }

    /** The same attempt after another look at the queue. */
    public Pending with(Looks other) {
        return told(dateBefore, answer, other, signer, report);
    }

    /** The same attempt after the server told of its result; of one that it knows, that it had queued it, too. */
    public Pending with(Report told) {
        Answer known = told.status() == Report.Status.UNKNOWN ? answer : Answer.QUEUED;
        return told(dateBefore, known, looks, signer, Optional.of(told));
    }

    /** The same attempt after the server's answer. */
    public Pending with(Answer other) {
        return told(dateBefore, other, looks, signer, report);
    }

    /** The same attempt where the UUID that it brings stands already, installed at a date. */
    public Pending over(String date) {
        return told(Optional.of(date), answer, looks, signer, report);
    }

    /** The same attempt, whose bytes somebody signed, or nobody. */
    public Pending signedBy(String who) {
        return told(dateBefore, answer, looks, Optional.of(who), report);
    }

    /** The same attempt counted after earlier ones. */
    public Pending numbered(int number) {
        return sent(uuid, number, repeatedAt);
    }

    /** The same attempt as a repeat, under an id of its own, of another that was lost or not seen in time. */
    public Pending asRepeat() {
        return sent(uuid, attempt, Optional.of(sentAt));
    }

    /** The same attempt, about to be sent once more under its id with bytes that bring a UUID. */
    public Pending again(Instant now, String broughtUuid) {
        return sent(broughtUuid, attempt, Optional.of(now))
                .told(dateBefore, answer, Looks.NONE, signer, Optional.empty());
    }

    /** The same with another account of its sending. */
    private Pending sent(String brought, int number, Optional<Instant> repeated) {
        return new Pending(
                key,
                fingerprint,
                brought,
                commandUuid,
                owner,
                sentAt,
                number,
                repeated,
                dateBefore,
                answer,
                looks,
                signer,
                report);
    }

    /** The same with other knowledge of what it meets and what became of it. */
    private Pending told(
            Optional<String> date, Answer said, Looks looked, Optional<String> who, Optional<Report> reported) {
        return new Pending(
                key,
                fingerprint,
                uuid,
                commandUuid,
                owner,
                sentAt,
                attempt,
                repeatedAt,
                date,
                said,
                looked,
                who,
                reported);
    }
}

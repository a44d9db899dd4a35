// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

/** The word for each kind of entry. */
final class KindWriter implements Entry.Cases<String> {
    @Override
    public String sending(Entry.Sending entry) {
        return "sending";
    }

    @Override
    public String queued(Entry.Queued entry) {
        return "queued";
    }

    @Override
    public String unchanged(Entry.Unchanged entry) {
        return "unchanged";
    }

    @Override
    public String withdrawn(Entry.Withdrawn entry) {
        return "withdrawn";
    }

    @Override
    public String looked(Entry.Looked entry) {
        return "looked";
    }

    @Override
    public String answered(Entry.Answered entry) {
        return "answered";
    }

    @Override
    public String seen(Entry.Seen entry) {
        return "seen";
    }

    @Override
    public String gone(Entry.Gone entry) {
        return "gone";
    }

    @Override
    public String givenUp(Entry.GivenUp entry) {
        return "given-up";
    }

    @Override
    public String forgotten(Entry.Forgotten entry) {
        return "forgotten";
    }

    @Override
    public String migrating(Entry.Migrating entry) {
        return "migrating";
    }

    @Override
    public String putBack(Entry.PutBack entry) {
        return "put-back";
    }

    @Override
    public String migrated(Entry.Migrated entry) {
        return "migrated";
    }

    @Override
    public String reached(Entry.Reached entry) {
        return "reached";
    }

    @Override
    public String deferred(Entry.Deferred entry) {
        return "deferred";
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.Result;
import dev.cmdm.answer.Samples;
import dev.cmdm.answer.Standing;
import dev.cmdm.desired.Owner;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Report.Status;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prospect;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read, word for word. */
class TextTest {
    @Test
    void aPlanSaysWhatToWhomByWhichWayAndWhy() {
        assertThat(String.join("\n", PlanText.lines(Samples.plan(), false))).isEqualTo("""
                C02XK1ABCDEF   macOS 15.1   user-approved MDM   MicroMDM at mdm.acme.example   owner cli, complete under com.acme

                  remove   com.acme.oldvpn   by MDM   no longer declared
                  replace  com.acme.dock     by MDM   another content is on this Mac: 2 settings differ
                             com.apple.dock  orientation   changed
                             com.apple.dock  tilesize   added
                  install  com.acme.mail     by MDM   not on this Mac
                  wait     com.acme.wifi              sent 3 min ago, not yet on this Mac
                  blocked  com.acme.kext              a local copy is in the way
                  keep     1 profile   --all lists them
                  warning  com.acme.mail at PayloadContent[0]: PayloadVersion is missing (missing-version)

                3 to do, 1 waiting, 1 blocked, 1 in place. Nothing was changed.""");
    }

    @Test
    void aStatusTellsWhatTheMacSaidOfACommand() {
        assertThat(status(Status.REFUSED, "ConfigProfilePluginDomain (-319): The profile is not valid.", "B (2): two"))
                .containsExactly(
                        "com.acme.kext   failed    sent 10 min ago, this Mac refused it: ConfigProfilePluginDomain (-319): The"
                                + " profile is not valid.; B (2): two",
                        "                          owner cli, attempt 1; sent anew in 20 min unless it is seen; by the next"
                                + " run: cmdm retry com.acme.kext",
                        "",
                        "1 failed.");
        assertThat(status(Status.NOT_NOW).get(0))
                .isEqualTo(
                        "com.acme.kext   pending   sent 10 min ago, not seen on this Mac, put off by the Mac when last"
                                + " asked (NotNow: asleep or locked?)");
        assertThat(status(Status.ACKNOWLEDGED).get(0))
                .isEqualTo(
                        "com.acme.kext   pending   sent 10 min ago, not seen on this Mac, although the Mac acknowledged"
                                + " it");
    }

    private static List<String> status(Status status, String... words) {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Pending sent = Pending.install(
                        ProfileKey.system(new ProfileIdentifier("com.acme.kext")),
                        new Fingerprint("ab".repeat(32)),
                        "UUID",
                        "c-1",
                        Owner.CLI,
                        now.minusSeconds(600))
                .with(new Pending.Report(now, status, List.of(words)));
        Standing standing = Standing.of(sent, new Prospect(sent, Policy.DEFAULTS, Contact.UNKNOWN, now));
        return StatusText.lines(new Result.Status(List.of(standing), List.of()), now);
    }

    @Test
    void aStatusThatCouldNotReadTheJournalDoesNotSayThatNothingIsPending() {
        Result.Status status = new Result.Status(List.of(), List.of("the journal can be read by its owner only"));
        assertThat(StatusText.lines(status, Instant.EPOCH))
                .containsExactly("the journal can be read by its owner only", "Nothing is known to be pending.");
    }

    @Test
    void whatStaysIsListedWhenAskedFor() {
        assertThat(PlanText.lines(Samples.plan(), true)).contains("  keep     com.acme.menu              as declared");
    }

    @Test
    void anApplySaysWhatWasSeen() {
        assertThat(String.join("\n", ApplyText.lines(Samples.applied()))).isEqualTo("""
                C02XK1ABCDEF   macOS 15.1   user-approved MDM   MicroMDM at mdm.acme.example   owner cli, complete under com.acme

                  removed    com.acme.oldvpn   gone from this Mac after 2 s
                  pending    com.acme.dock     queued 60 s ago, not yet on this Mac
                  failed     com.acme.mail     mdm.acme.example:443: the MDM refused the command (mdm-refused)
                  wait       com.acme.wifi     sent 3 min ago, not yet on this Mac
                  blocked    com.acme.kext     a local copy is in the way
                  warning  com.acme.mail at PayloadContent[0]: PayloadVersion is missing (missing-version)

                1 done, 1 pending, 1 failed, 1 blocked, 1 in place.""");
    }
}

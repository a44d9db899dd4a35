// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Result.Checked;
import dev.cmdm.answer.Result.DoctorLine;
import dev.cmdm.answer.Result.DoctorLine.Status;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.device.Enrollment;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.Origin;
import dev.cmdm.journal.FileJournal;
import dev.cmdm.macos.Mac;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks whether this machine is set up right, one line for each thing; what fails stops no other look. */
final class Doctor {
    private final Run run;
    private final List<DoctorLine> lines = new ArrayList<>();

    Doctor(Run run) {
        this.run = run;
    }

    Checked check() {
        ok("java", Runtime.version() + ", " + System.getProperty("java.home", ""));
        ok("helper", Release.version() + ", contract 1");
        look("user", this::user);
        Optional<Mac.Identity> identity = identity();
        look("listing", this::listing);
        look("journal", this::journal);
        look("MDM", this::mdm);
        identity.ifPresent(mac -> look("device", () -> standing(mac)));
        run.mdm().capabilities().filter(able -> !run.mdm().met().isEmpty()).ifPresent(this::servers);
        return new Checked(lines);
    }

    private DoctorLine user() {
        return run.mac().root()
                ? line(Status.OK, "user", "root", "")
                : line(Status.WARN, "user", "not root: the listing may be incomplete", "apply needs sudo");
    }

    private Optional<Mac.Identity> identity() {
        try {
            Mac.Identity identity = run.mac().readIdentity();
            Enrollment enrollment = run.mac().readEnrollment();
            boolean usable = enrollment.enrolled() || identity.macos().installsLocally();
            Status status = usable ? Status.OK : Status.FAIL;
            String hint = usable ? "" : "enroll this Mac: nothing can be installed on it otherwise";
            lines.add(line(
                    status, "Mac", identity.serial() + ", macOS " + identity.macos() + ", " + words(enrollment), hint));
            return Optional.of(identity);
        } catch (RuntimeException e) {
            lines.add(failed("Mac", e));
            return Optional.empty();
        }
    }

    private DoctorLine listing() {
        Installed installed = run.mac().readOrigins(run.mac().readInstalled());
        return line(
                Status.OK,
                "listing",
                installed.profiles().size() + " profiles: " + count(installed, Origin.MDM) + " by MDM, "
                        + count(installed, Origin.LOCAL) + " local" + unknown(installed),
                "");
    }

    private DoctorLine journal() {
        FileJournal.Reading reading = FileJournal.read(run.host().stateFolder());
        String text = reading.state() + " in " + run.host().stateFolder();
        return reading.notes().isEmpty()
                ? line(Status.OK, "journal", text, "")
                : line(Status.WARN, "journal", text, String.join("; ", reading.notes()));
    }

    private DoctorLine mdm() {
        Optional<MdmServer> server = run.mdm().find();
        if (server.isEmpty()) {
            return line(Status.FAIL, "MDM", "none is configured", "set mdm.product and mdm.url");
        }
        Probe probe = server.orElseThrow().probe();
        boolean right = probe.reached() && probe.authenticated();
        if (right && probe.deferred().isPresent()) {
            return line(Status.WARN, "MDM", probe.words(), "nothing is sent until then");
        }
        return line(right ? Status.OK : Status.FAIL, "MDM", probe.words(), right ? "" : source());
    }

    private void servers(Capabilities able) {
        ServerChecks checks =
                new ServerChecks(run.host().time().now(), run.settings().count(Setting.MDM_QUOTA_RESERVE));
        lines.addAll(checks.lines(run.mdm().met(), able));
    }

    private String source() {
        return run.settings()
                .find(Setting.MDM_CREDENTIAL)
                .map((Settings.Value value) ->
                        "its credential comes from " + value.text() + " (set by " + value.origin() + ")")
                .orElse("");
    }

    private DoctorLine standing(Mac.Identity mac) {
        Optional<MdmServer> server = run.mdm().find();
        if (server.isEmpty()) {
            return line(Status.WARN, "device", "unknown, for no MDM is configured", "");
        }
        Standing standing = server.orElseThrow().standing(mac.device());
        return switch (standing) {
            case ENROLLED -> line(Status.OK, "device", "the MDM manages this Mac", "");
            case NOT_ENROLLED ->
                line(Status.FAIL, "device", "the MDM knows this Mac as not enrolled", "enroll it again");
            case UNKNOWN ->
                line(Status.FAIL, "device", "the MDM does not know this Mac", "is it enrolled in another MDM?");
            case NOT_TOLD -> line(Status.OK, "device", "this MDM does not tell which Macs it manages", "");
        };
    }

    private void ok(String subject, String text) {
        lines.add(line(Status.OK, subject, text, ""));
    }

    private void look(String subject, Supplier<DoctorLine> look) {
        try {
            lines.add(look.get());
        } catch (RuntimeException e) {
            lines.add(failed(subject, e));
        }
    }

    private static DoctorLine failed(String subject, RuntimeException e) {
        return line(Status.FAIL, subject, Errors.of(e).message(), Errors.of(e).hint());
    }

    private static DoctorLine line(Status status, String subject, String text, String hint) {
        return new DoctorLine(status, subject, text, hint);
    }

    private static long count(Installed installed, Origin origin) {
        return installed.profiles().stream()
                .filter(profile -> !profile.isEnrollment() && profile.origin() == origin)
                .count();
    }

    private static String unknown(Installed installed) {
        long unknown = count(installed, Origin.UNKNOWN);
        return (unknown == 0 ? "" : ", " + unknown + " of unknown origin")
                + (installed.showsEnrollment() ? ", and the enrollment" : "");
    }

    private static String words(Enrollment enrollment) {
        return switch (enrollment) {
            case NONE -> "not enrolled";
            case MDM -> "enrolled";
            case USER_APPROVED -> "enrolled, user-approved";
            case AUTOMATED -> "enrolled automatically";
        };
    }
}

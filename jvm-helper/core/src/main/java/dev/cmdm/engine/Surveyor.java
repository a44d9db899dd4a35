// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.ListingReader;
import dev.cmdm.installed.ListingUnreadableException;
import dev.cmdm.installed.OriginReader;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.plan.Contact;
import java.util.List;

/** Reads a Mac, no more than is needed: what the caller read already is not read again. */
final class Surveyor {
    private final Run run;

    Surveyor(Run run) {
        this.run = run;
    }

    /**
     * A reading of a Mac.
     *
     * @param device which Mac, its enrollment as far as the reading tells
     * @param installed what is there
     * @param troubles what could not be found out about earlier commands, one line each for people
     */
    record Survey(Device device, Installed installed, List<String> troubles) {
        Survey {
            troubles = List.copyOf(troubles);
        }

        Contact contact() {
            return new Contact(installed.findEnrolledAt());
        }

        Survey with(List<String> more) {
            return new Survey(device, installed, more);
        }
    }

    /** Everything, for people to look at. */
    Result.State state(Request.Readings readings) {
        Survey survey = deepen(survey(readings), readings);
        return new Result.State(survey.device(), survey.installed());
    }

    /** What one listing tells. */
    Survey survey(Request.Readings readings) {
        Mac.Identity identity = run.mac().readIdentity();
        Installed installed = readings.listing()
                .map(listing -> listing(listing.toArray()))
                .orElseGet(() -> run.mac().readInstalled());
        Enrollment enrollment = installed.showsEnrollment() ? Enrollment.MDM : Enrollment.NONE;
        Device device = new Device(identity.serial(), identity.udid(), identity.macos(), enrollment);
        return new Survey(device, installed, List.of());
    }

    /** The same with origins and the exact enrollment, which cost two more readings. */
    Survey deepen(Survey survey, Request.Readings readings) {
        Installed origins = readings.verbose()
                .map(verbose -> origins(verbose.toArray(), survey.installed()))
                .orElseGet(() -> run.mac().readOrigins(survey.installed()));
        return new Survey(survey.device().with(run.mac().readEnrollment()), origins, survey.troubles());
    }

    private Installed listing(byte[] output) {
        try {
            return ListingReader.read(output, run.mac().root());
        } catch (ListingUnreadableException e) {
            throw new StateUnreadableException("the listing that was handed over is unreadable: " + e.getMessage());
        }
    }

    private static Installed origins(byte[] verbose, Installed installed) {
        try {
            return OriginReader.read(verbose, installed);
        } catch (ListingUnreadableException e) {
            throw new StateUnreadableException(
                    "the verbose listing that was handed over is unreadable: " + e.getMessage());
        }
    }
}

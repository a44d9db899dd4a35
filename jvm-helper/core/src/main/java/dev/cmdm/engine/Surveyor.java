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
import dev.cmdm.lint.Finding;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param exact whether that is all there is to tell of its enrollment
     * @param installed what is there
     * @param troubles what could not be found out beside it
     */
    record Survey(Device device, boolean exact, Installed installed, List<Finding> troubles) {
        Survey {
            troubles = List.copyOf(troubles);
        }

        Survey with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(troubles);
            all.addAll(more);
            return new Survey(device, exact, installed, all);
        }
    }

    /** Everything, for people to look at. */
    Result.State state(Request.Readings readings) {
        Survey survey = deepen(survey(readings), readings);
        return new Result.State(survey.device(), survey.installed());
    }

    /** What one listing tells. */
    Survey survey(Request.Readings readings) {
        Optional<Device> given = readings.device();
        Optional<Mac.Identity> identity =
                given.isPresent() ? Optional.empty() : Optional.of(run.mac().readIdentity());
        Installed installed = readings.listing()
                .map(listing -> listing(listing.toArray(), readings.elsewhere()))
                .orElseGet(() -> run.mac().readInstalled());
        Device device = given.orElseGet(() -> device(identity.orElseThrow(), installed));
        boolean exact = given.isPresent() || !device.enrollment().enrolled();
        return new Survey(device, exact, installed, List.of());
    }

    private static Device device(Mac.Identity identity, Installed installed) {
        Enrollment enrollment = installed.showsEnrollment() ? Enrollment.MDM : Enrollment.NONE;
        return identity.device().with(enrollment);
    }

    /** Whether there is nothing beside the listing to look at, as of another Mac of which nobody tells the origins. */
    static boolean tellAll(Request.Readings readings) {
        return readings.elsewhere()
                && readings.device().isPresent()
                && readings.verbose().isEmpty();
    }

    /** The same with origins and the exact enrollment, which cost two more readings. */
    Survey deepen(Survey survey, Request.Readings readings) {
        Installed origins = readings.verbose()
                .map(verbose -> origins(verbose.toArray(), survey.installed()))
                .orElseGet(() ->
                        readings.elsewhere() ? survey.installed() : run.mac().readOrigins(survey.installed()));
        Device device =
                readings.device().orElseGet(() -> survey.device().with(run.mac().readEnrollment()));
        return new Survey(device, true, origins, survey.troubles());
    }

    /** What was printed on another Mac is taken for what root saw there. */
    private Installed listing(byte[] output, boolean elsewhere) {
        try {
            return ListingReader.read(output, elsewhere || run.mac().root());
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

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

/** What is expected of every server with its adapter. */
enum Behaviour {
    INSTALL("a profile is installed", Delivering::installs),
    REPLACE("another content takes its place", Delivering::replaces),
    REMOVE("a profile is removed", Delivering::removes),
    REMOVE_ABSENT("removing what is not there harms nothing", Delivering::removesWhatIsAbsent),
    UNKNOWN_DEVICE("a Mac that the server does not manage is told", Refusing::unknownDevice),
    NOT_ENROLLED("a Mac that left the server is told", Refusing::notEnrolled),
    TOO_LARGE("what is too large is told as that", Refusing::tooLarge),
    WRONG_PASSWORD("a wrong credential is told", Refusing::wrongPassword),
    LOST_ANSWER("a lost answer is told as lost, and the profile arrives when it is sent again", Troubles::lostAnswer),
    REPEAT("a command repeated under its id is carried out once", Troubles::repeat),
    RATE_LIMIT("what a limiter turned away arrives once it is sent again", Troubles::rateLimit),
    SLOW("a slow answer is waited for", Troubles::slow),
    DOWN("a server that is down is told", Troubles::down),
    NOT_NOW("what the Mac put off arrives without another command", Waiting::notNow),
    NOT_NOW_TOLD("that the Mac put a command off is told", Telling::notNow),
    ERROR_CHAIN("why the Mac refused is told in Apple's words", Telling::errorChain),
    PROFILE_LIST("the Mac's profiles are told", Telling::profileList),
    QUEUE("what waits for the Mac is told", Telling::queue),
    ENROLLED_AGAIN("what was queued before the Mac was enrolled again is dropped", Waiting::enrolledAgain),
    UNANSWERED("a command that the Mac never answered stops no other", Waiting::unanswered),
    AT_ONCE("a run loses nothing to requests that overlap", Runs::atOnce),
    LISTING_LAGS("a listing that lags is waited for", Runs::listingLags),
    AFTER_THE_RUN("what arrives after the run is seen by the next, and sent once", Runs::afterTheRun),
    IDLE("a run that changes nothing asks the server nothing", Runs::idle),
    STORM("60 profiles arrive through limits, a lost answer and a cut connection", Runs::storm);

    private final String sentence;
    private final Check check;

    Behaviour(String sentence, Check check) {
        this.sentence = sentence;
        this.check = check;
    }

    /** Tries a behaviour. */
    @FunctionalInterface
    interface Check {
        /** Fails with an assertion unless the server shows the behaviour. */
        void on(Bench bench) throws Exception;
    }

    String sentence() {
        return sentence;
    }

    void check(Bench bench) throws Exception {
        check.on(bench);
    }
}

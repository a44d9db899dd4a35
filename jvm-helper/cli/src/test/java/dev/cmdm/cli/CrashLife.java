// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One simulated Mac on which what is declared changes, and every run that follows a change is killed. */
final class CrashLife {
    private static final String SET = "com.acme.set";
    private static final String BYSTANDER = "com.acme.other";
    private static final List<String> NAMES = List.of(SET + ".a", SET + ".b", SET + ".c");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final long SLICE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final SimulatedMac mac;
    private final Shipped cmdm;
    private final Random random;
    private final Map<String, Integer> declared = new TreeMap<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private int answeredBefore;

    CrashLife(SimulatedMac mac, Shipped cmdm, long seed) {
        this.mac = mac;
        this.cmdm = cmdm;
        this.random = new Random(seed);
        story.add("seed " + seed);
        mac.installByHand(BYSTANDER, 1);
    }

    /** One profile gets another content, and the others come and go. */
    void change() {
        changed.clear();
        answeredBefore = mac.answered().size();
        for (String name : NAMES) {
            if (name.equals(NAMES.get(0)) || !declared.containsKey(name) && random.nextBoolean()) {
                declared.merge(name, 100, Integer::sum);
                mac.declare(name, declared.get(name));
                changed.add(name);
            } else if (declared.containsKey(name) && random.nextBoolean()) {
                declared.remove(name);
                mac.drop(name);
                changed.add(name);
            }
        }
        story.add("declared " + declared);
    }

    /** Starts a run and kills it at a moment; false when there was nothing left to kill it at. */
    boolean kill(Moment moment) {
        List<String> listed = mac.listing();
        BooleanSupplier reached = moment.prepare(mac, cmdm, random);
        Running run = cmdm.startApply("--wait", "20", "--complete", SET);
        while (run.process().isAlive() && !reached.getAsBoolean()) {
            LockSupport.parkNanos(SLICE_NANOS);
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(moment.delayMicros())));
        boolean killed = run.kill().exit() == 137;
        moment.restore(mac);
        story.add((killed ? "killed " : "not killed ") + moment);
        assertNothingForgotten();
        List<String> stays = new ArrayList<>(listed);
        stays.removeIf(name -> !name.equals(BYSTANDER) && !declared.containsKey(name));
        assertThat(mac.listing()).as(toString()).containsAll(stays);
        return killed;
    }

    /** What left for the server stands in the journal. */
    private void assertNothingForgotten() {
        String journal = cmdm.journal();
        for (String type : List.of("InstallProfile", "RemoveProfile")) {
            for (String request : mac.sent(type)) {
                UUID.matcher(request)
                        .results()
                        .map(MatchResult::group)
                        .filter(id -> !id.equals(mac.udid()))
                        .forEach(id -> assertThat(journal).as(toString()).contains(id));
            }
        }
    }

    /** One run that nobody disturbs; whether everything is as declared after it and nothing is pending. */
    boolean settles() {
        Ended run = cmdm.apply("--wait", "3", "--complete", SET);
        assertThat(run.exit()).as(this + "\n" + run).isZero();
        assertNothingForgotten();
        if (!run.out().contains("0 changes, " + declared.size() + " in place.")) {
            return false;
        }
        List<String> wanted = new ArrayList<>(List.of(BYSTANDER));
        wanted.addAll(declared.keySet());
        assertThat(mac.listing()).as(toString()).isEqualTo(wanted);
        assertThat(cmdm.run("status").out()).as(toString()).contains("Nothing is pending.");
        return true;
    }

    /** How many commands one change led to at most; what did not change led to none. */
    int mostCommands() {
        List<String> answered =
                mac.answered().subList(answeredBefore, mac.answered().size());
        int most = 0;
        for (String name : NAMES) {
            int commands = (int) answered.stream()
                    .filter(line -> line.endsWith("Profile " + name))
                    .count();
            if (!changed.contains(name)) {
                assertThat(commands).as(name + " did not change: " + this).isZero();
            }
            most = Math.max(most, commands);
        }
        return most;
    }

    @Override
    public String toString() {
        return mac.name() + ": " + String.join("; ", story);
    }
}

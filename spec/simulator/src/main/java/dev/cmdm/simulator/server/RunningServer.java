// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.fault.Fault;
import dev.cmdm.simulator.fault.FaultPlan;
import dev.cmdm.simulator.identity.CertificateAuthority;
import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.wire.Listener;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts a product on a port, lets its faults happen and keeps its log. */
final class RunningServer implements SimulatedServer {
    private final ServerSettings settings;
    private final ProductServer product;
    private final CertificateAuthority authority;
    private final ScheduledExecutorService scheduler;
    private final RequestLog log;
    private final FaultPlan faults = new FaultPlan();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Listener listener;

    RunningServer(
            ServerSettings settings,
            ProductServer product,
            CertificateAuthority authority,
            ServerSurroundings around,
            RequestLog log) {
        this.settings = settings;
        this.product = product;
        this.authority = authority;
        this.scheduler = around.scheduler();
        this.log = log;
        this.listener = Listener.start(settings.port(), around.clock(), this::handle);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public URI url() {
        return listener.url();
    }

    @Override
    public URI checkInUrl() {
        return url().resolve(product.checkInPath());
    }

    @Override
    public URI serverUrl() {
        return url().resolve(product.connectPath());
    }

    @Override
    public String topic() {
        return settings.topic();
    }

    @Override
    public byte[] enrollmentProfile() {
        return product.enrollmentProfile(url());
    }

    @Override
    public DeviceIdentity issueIdentity(String computerName) {
        return authority.issue(computerName);
    }

    @Override
    public FaultPlan faults() {
        return faults;
    }

    @Override
    public Optional<Object> control(String what, Fields fields) {
        return product.control(what, fields);
    }

    @Override
    public RequestLog requests() {
        return log;
    }

    @Override
    public void close() {
        listener.close();
    }

    private CompletableFuture<Optional<Reply>> handle(Request request) {
        if (product.isForMacs(request.path())) {
            return CompletableFuture.completedFuture(product.answer(request));
        }
        int before = atOnce.getAndIncrement();
        return handle(request, before + 1).whenComplete((reply, failure) -> atOnce.decrementAndGet());
    }

    private CompletableFuture<Optional<Reply>> handle(Request request, int requestsNow) {
        var fault = faults.take(product.operationOf(request));
        if (fault.isPresent() && fault.get() instanceof Fault.Delay delay) {
            return later(delay, request, requestsNow);
        }
        return CompletableFuture.completedFuture(answer(request, fault, requestsNow));
    }

    private CompletableFuture<Optional<Reply>> later(Fault.Delay delay, Request request, int requestsNow) {
        return CompletableFuture.supplyAsync(
                () -> answer(request, Optional.empty(), requestsNow), task -> schedule(task, delay.duration()));
    }

    private void schedule(Runnable task, Duration delay) {
        // The task completes a future of its own, which says more than the scheduler's.
        var unused = scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<Reply> answer(Request request, Optional<Fault> fault, int requestsNow) {
        var happening = fault.orElse(null);
        if (happening instanceof Fault.Reset) {
            return logged(request, Optional.empty(), false, requestsNow);
        }
        if (happening instanceof Fault.Status failing) {
            return logged(request, Optional.of(Reply.error(failing.status(), "status on demand")), true, requestsNow);
        }
        return logged(request, product.answer(request), !(happening instanceof Fault.LoseAnswer), requestsNow);
    }

    private Optional<Reply> logged(Request request, Optional<Reply> reply, boolean answered, int requestsNow) {
        var command = product.findCommand(request);
        log.add(new LoggedRequest(
                request.received(),
                request.method(),
                request.target(),
                reply.map(Reply::status).orElse(0),
                answered,
                command.map(Command::requestType),
                command.flatMap(Command::identifier),
                command.map(Command::uuid),
                request.findHeader("Authorization").map(RunningServer::masked).orElse("none"),
                requestsNow > product.mostAtOnce() ? Optional.of(requestsNow) : Optional.empty()));
        return answered ? reply : Optional.empty();
    }

    private static String masked(String authorization) {
        return (authorization.startsWith("Bearer ") ? "Bearer" : "Basic") + " ***";
    }
}

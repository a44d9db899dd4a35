// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import dev.cmdm.simulator.mac.SimulatedMac;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the changes that the stand-ins hand over: the number of lines that follow, the Mac's name, the verb, its
 * fields; it answers a line with the exit code and then the text to print.
 */
public final class ToolServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_LINES = 16;

    private final ServerSocket socket;
    private final Executor workers;
    private final Map<String, SimulatedMac> macs = new ConcurrentHashMap<>();

    /** Listens on a free port of the loopback interface. */
    public ToolServer(Executor workers) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK));
        this.workers = workers;
        Thread acceptor = new Thread(this::acceptAll, "tool-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Takes changes of this Mac from now on. */
    public void add(SimulatedMac mac) {
        macs.put(mac.settings().name(), mac);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                workers.execute(() -> serve(caller));
            } catch (IOException e) {
                // one caller less, or the socket was closed, which ends the loop
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(PATIENCE_MILLIS);
            String answer = answer(lines(caller)).wire();
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the caller has gone; nobody is left to be told
        }
    }

    private ToolAnswer answer(List<String> lines) {
        SimulatedMac mac = lines.size() < 2 ? null : macs.get(lines.get(0));
        if (mac == null) {
            return new ToolAnswer(70, "profiles: no such Mac in this simulation\n");
        }
        try {
            return new ToolRequest(mac).carryOut(lines.get(1), lines.subList(2, lines.size()));
        } catch (IllegalArgumentException e) {
            return new ToolAnswer(70, "profiles: " + e.getMessage() + "\n");
        }
    }

    private static List<String> lines(Socket caller) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        int count = count(reader.readLine());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = reader.readLine();
            if (line == null) {
                throw new IOException("the stand-in stopped after " + i + " of " + count + " lines");
            }
            lines.add(line);
        }
        return lines;
    }

    private static int count(@Nullable String line) throws IOException {
        if (line == null || !line.matches("\\d{1,2}") || Integer.parseInt(line) > MOST_LINES) {
            throw new IOException("not a request of a stand-in");
        }
        return Integer.parseInt(line);
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.ServerUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on 127.0.0.1 that plays one act for each request, down to the bytes and the socket. */
public final class TestServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Thread accepting;
    private final String scheme;
    private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    private TestServer(ServerSocket listener, String scheme) {
        this.listener = listener;
        this.scheme = scheme;
        this.accepting = start("test-server", this::accept);
    }

    /** What the server does with one request. */
    @FunctionalInterface
    public interface Act {
        void play(Scene scene) throws IOException;
    }

    /** A request that was read whole; names of headers in lower case. */
    public record Request(String line, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public static TestServer http() throws IOException {
        return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
    }

    public static TestServer on(ServerSocket listener, String scheme) {
        return new TestServer(listener, scheme);
    }

    /** Adds acts, played in this order whatever the connections. */
    public TestServer then(Act... more) {
        acts.addAll(List.of(more));
        return this;
    }

    public ServerUrl url() {
        return ServerUrl.parse(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    public List<Request> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    /** Reads the request and answers with what a real server once answered. */
    public static Act recorded(String name) {
        return scene -> {
            scene.read();
            scene.write(Recording.read(name));
        };
    }

    public static Act answer(int status, String type, String body) {
        return scene -> {
            scene.read();
            scene.write(Recording.of(status, type, body));
        };
    }

    /** Plays an act, and counts down when the other side closes the connection after it, without another request. */
    public static Act untilClosed(Act act, CountDownLatch closed) {
        return scene -> {
            act.play(scene);
            if (scene.isClosedNext()) {
                closed.countDown();
            }
        };
    }

    /** An answer as bytes, for acts that look at the request first. */
    public static byte[] json500(String body) {
        return Recording.of(500, "application/json", body);
    }

    public static Act json(int status, String body) {
        return answer(status, "application/json", body);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        awaitLastConnection();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** A thread that accepts when its listener is closed may take one more connection before it notices. */
    private void awaitLastConnection() {
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start("test-connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Scene scene = new Scene(socket);
            do {
                Act act = acts.poll();
                if (act == null) {
                    return;
                }
                act.play(scene);
            } while (scene.hasNext());
        } catch (IOException e) {
            // The other side went away, which is its right.
            return;
        }
    }

    private static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** One request and its connection. */
    public final class Scene {
        private final Socket socket;
        private final PushbackInputStream in;

        Scene(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new PushbackInputStream(socket.getInputStream());
        }

        public Socket socket() {
            return socket;
        }

        public InputStream in() {
            return in;
        }

        /** Reads a request whole. */
        public Request read() throws IOException {
            String[] lines = head().split("\r\n");
            Map<String, String> headers = new TreeMap<>();
            for (int i = 1; i < lines.length; i++) {
                String[] parts = lines[i].split(": *", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            Request request = new Request(lines[0], headers, in.readNBytes(length));
            requests.add(request);
            return request;
        }

        public String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the request ended in its head");
                }
                head.write(next);
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        public void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Ends the connection the hard way, so that the other side sees a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Does nothing more until the test is over. */
        public void hold() {
            pause(TimeUnit.MINUTES.toMillis(1));
        }

        /** Waits, or less when the test is over. */
        public boolean pause(long milliseconds) {
            try {
                return !closing.await(milliseconds, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Waits for what the other side does next. */
        private boolean isClosedNext() {
            try {
                return in.read() < 0;
            } catch (IOException e) {
                // Closed the hard way.
                return true;
            }
        }

        boolean hasNext() throws IOException {
            if (socket.isClosed()) {
                return false;
            }
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return next >= 0;
        }
    }

    /** Recorded and made-up answers as bytes. */
    static final class Recording {
        private Recording() {}

        static byte[] of(int status, String type, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + status + " Status\r\nContent-Type: " + type + "\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n";
            return join(head, bytes);
        }

        static byte[] read(String name) {
            try (InputStream in = TestServer.class.getResourceAsStream("/mdm/" + name + ".http")) {
                byte[] all = in.readAllBytes();
                String text = new String(all, StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\n\n");
                byte[] body = java.util.Arrays.copyOfRange(all, end + 2, all.length);
                String head = text.substring(0, end).replace("\n", "\r\n") + "\r\n\r\n";
                return head.contains("Transfer-Encoding: chunked") ? join(head, chunked(body)) : join(head, body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] chunked(byte[] body) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int middle = body.length / 2;
            for (byte[] part : List.of(
                    java.util.Arrays.copyOfRange(body, 0, middle),
                    java.util.Arrays.copyOfRange(body, middle, body.length))) {
                out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(part);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        }

        private static byte[] join(String head, byte[] body) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(body);
            return out.toByteArray();
        }
    }
}

// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
    private static final String WORLD =
            "{\"macs\":[{\"name\":\"mac1\",\"serial\":\"S1\",\"udid\":\"U1\",\"macos\":\"15.1\"}]}";

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void saysInOneLineThatItIsReadyAndEndsWithItsInput() throws Exception {
        Process process = start();
        JsonNode ready = readyLine(process);

        assertThat(ready.get("ready").asBoolean()).isTrue();
        assertThat(Files.readString(folder.resolve("out/ready.json")))
                .contains(ready.get("control").asString());
        assertThat(Path.of(ready.at("/macs/mac1/root").asString()).resolve("usr/bin/profiles"))
                .isExecutable();
        process.getOutputStream().close();
        assertThat(exitCode(process)).isZero();
        assertThat(folder.resolve("out/ready.json")).doesNotExist();
    }

    @Test
    void goesOnWithoutItsInputAndEndsWhenTold() throws Exception {
        Process process = start("--detach-stdin");
        process.getOutputStream().close();
        URI control = URI.create(readyLine(process).get("control").asString());
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(control.resolve("/macs")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("[\"mac1\"]\n");
        process.destroy();
        exitCode(process);
        assertThat(folder.resolve("out/ready.json")).doesNotExist();
    }

    @Test
    void endsWith64ForWrongUsage() {
        assertThat(execute("run", "--dir", "x")).isEqualTo(64);
        assertThat(err.toString()).startsWith("cmdm-simulator: Missing required option");
    }

    @Test
    void endsWith65ForAWorldThatIsNone() throws Exception {
        Path world = Files.writeString(folder.resolve("world.json"), "{\"mac\":[]}");

        assertThat(execute("run", "--dir", folder.resolve("out").toString(), "--world", world.toString()))
                .isEqualTo(65);
        assertThat(err)
                .hasToString("cmdm-simulator: world.json.mac: no such field is known here" + System.lineSeparator());
    }

    @Test
    void endsWith65ForAWorldThatIsNotThere() {
        assertThat(execute("run", "--dir", folder.toString(), "--world", "/nowhere/world.json"))
                .isEqualTo(65);
        assertThat(err.toString()).contains("no such file: /nowhere/world.json");
    }

    private int execute(String... arguments) {
        CommandLine command = Main.commandLine().setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private Process start(String... options) throws Exception {
        Path world = Files.writeString(folder.resolve("world.json"), WORLD);
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--dir",
                folder.resolve("out").toString(),
                "--world",
                world.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private static JsonNode readyLine(Process process) throws Exception {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        return JsonMapper.builder().build().readTree(output.readLine());
    }

    private static int exitCode(Process process) throws Exception {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

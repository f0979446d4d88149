package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netloom.app.Main;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program where there is no network: in a network namespace that has no interface, whose kernel counts what was to leave it.
@Tag("engine")
@EnabledOnOs(OS.LINUX)
class NoNetworkTest {
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--map-root-user", "--net");
    /// Runs the rest, then prints what the kernel has counted.
    private static final List<String> COUNTING = List.of("sh", "-c",
            "\"$@\"; code=$?; echo; cat /proc/net/snmp /proc/net/snmp6; exit $code", "sh");

    @BeforeAll
    static void namespacesAreAllowed() throws IOException, InterruptedException {
        assumeThat(runs(Stream.concat(WITHOUT_NETWORK.stream(), Stream.of("true")).toList()))
                .as("unshare, and leave to make a network namespace").isTrue();
    }

    @Test
    @Timeout(180)
    void aProjectIsOpenedTrainedAndItsModelKeptWithoutAnyTraffic(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path sample = Path.of("..", "samples", "xor");
        for (String file : List.of("xor.netloom", "xor.csv")) {
            Files.copy(sample.resolve(file), folder.resolve(file));
        }
        assertThat(packetsOf(Main.class, "train", folder.resolve("xor.netloom").toString(), "--epochs", "2")).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("metrics.jsonl", "best.pt");
        }
    }

    @Test
    void aProgramThatCallsSomebodyIsCounted() throws IOException, InterruptedException {
        assertThat(packetsOf(Caller.class)).isPositive();
    }

    /// Calls an address that is kept free for documentation.
    static final class Caller {
        private Caller() {}

        /// Ends well if nobody can be reached.
        public static void main(String[] arguments) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("192.0.2.1", 9), 1000);
                throw new IllegalStateException("there is a network");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /// How many packets were sent, or would have been sent had there been a way out.
    private static long packetsOf(Class<?> main, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(WITHOUT_NETWORK);
        command.addAll(COUNTING);
        command.addAll(Child.command(List.of(), main, arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(() -> String.join("\n", lines)).isZero();
        return counted(lines, "OutNoRoutes") + counted(lines, "OutRequests");
    }

    /// Counters of IPv4 stand below their names, those of IPv6 beside them.
    private static long counted(List<String> lines, String counter) {
        List<String> ip = lines.stream().filter(line -> line.startsWith("Ip: ")).toList();
        int column = List.of(ip.getFirst().split(" ")).indexOf(counter);
        long ip4 = Long.parseLong(ip.getLast().split(" ")[column]);
        return ip4 + lines.stream().filter(line -> line.startsWith("Ip6" + counter))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf('\t') + 1).strip())).sum();
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}

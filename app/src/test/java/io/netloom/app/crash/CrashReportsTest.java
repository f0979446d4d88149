package io.netloom.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {
    @TempDir
    private Path state;
    private CrashReports reports;

    @BeforeEach
    void open() {
        reports = new CrashReports(state.resolve("crashes"), state.resolve("logs"));
    }

    @Test
    void aReportSaysWhatWhereAndOnWhich() {
        Path report = reports
                .keep(new IllegalStateException("two and two", new ArithmeticException("five")), "thread main")
                .orElseThrow();

        assertThat(CrashReports.read(report)).contains("In thread main", "IllegalStateException: two and two",
                "Caused by: java.lang.ArithmeticException: five", "CrashReportsTest", "Java: ", "System: ");
    }

    @Test
    void theUsersFolderIsNotNamed() {
        String home = System.getProperty("user.home");

        Path report = reports.keep(new IllegalStateException("no " + home + "/secret.csv"), "a test").orElseThrow();

        assertThat(CrashReports.read(report)).contains("no ~/secret.csv").doesNotContain(home);
    }

    @Test
    void itIsOfferedUntilItWasSeen() {
        Path report = reports.keep(new IllegalStateException("once"), "a test").orElseThrow();
        assertThat(reports.unseen()).containsExactly(report);

        Path kept = reports.see(report);

        assertThat(reports.unseen()).isEmpty();
        assertThat(kept).exists();
        assertThat(reports.see(kept)).isEqualTo(kept);
        reports.forget(kept);
        assertThat(state.resolve("crashes")).isEmptyDirectory();
    }

    @Test
    void ofACrashInNativeCodeOnlyWhatHappenedIsKept() throws IOException {
        Path folder = Files.createDirectories(state.resolve("crashes"));
        Files.writeString(folder.resolve("hs_err_pid4711.log"), """
                # A fatal error has been detected by the Java Runtime Environment:
                #  SIGSEGV (0xb) at pc=0x00007f, pid=4711, tid=4712
                # C  [libtorch_cpu.so+0x1]  at::native::oops
                ---------------  S U M M A R Y ------------
                Command Line: -jar netloom.jar train secret.netloom
                Host: my-machine, 8 cores
                ---------------  T H R E A D  ---------------
                Stack: [0x0,0x1]
                ---------------  P R O C E S S  ---------------
                Environment Variables:
                PASSWORD=1234
                """);

        List<Path> unseen = reports.unseen();

        assertThat(unseen).hasSize(1);
        assertThat(CrashReports.read(unseen.getFirst())).contains("SIGSEGV", "at::native::oops", "Stack:")
                .doesNotContain("secret", "my-machine", "PASSWORD");
        assertThat(folder.resolve("hs_err_pid4711.log")).doesNotExist();
        assertThat(reports.unseen()).isEqualTo(unseen);
    }

    @Test
    void theLastLinesOfTheLogAreInIt() throws IOException {
        try (LogFile log = LogFile.keep(state.resolve("logs"))) {
            System.getLogger("io.netloom.test").log(System.Logger.Level.INFO, "the last words");
            log.flush();

            Path report = reports.keep(new IllegalStateException("end"), "a test").orElseThrow();

            assertThat(CrashReports.read(report)).contains("The last lines of the log:", "the last words");
        }
    }

    @Test
    void aLogThatNobodyWritesToIsNoFile() {
        try (LogFile log = LogFile.keep(state.resolve("logs"))) {
            System.getLogger("org.library").log(System.Logger.Level.INFO, "of no interest");
            log.flush();
            assertThat(state.resolve("logs")).doesNotExist();
        }
    }

    @Test
    void logsDoNotGrowWithoutEnd() throws IOException {
        try (LogFile log = LogFile.keep(state.resolve("logs"))) {
            String line = "x".repeat(100_000);
            for (int i = 0; i < 80; i++) {
                System.getLogger("io.netloom.test").log(System.Logger.Level.INFO, line);
            }
            log.flush();
            List<Path> files = files(state.resolve("logs"));
            assertThat(files).filteredOn(file -> file.toString().endsWith(".log")).hasSize(5);
            assertThat(files.stream().mapToLong(file -> file.toFile().length()).sum()).isLessThan(6_000_000);
        }
    }

    @Test
    void aFailureThatComesAgainAndAgainIsToldOnce() {
        var told = new ArrayList<CrashHandler.Crash>();
        var handler = new CrashHandler(reports, told::add);

        for (int i = 0; i < 100; i++) {
            handler.uncaughtException(Thread.currentThread(), new IllegalStateException("frame " + i));
        }
        handler.uncaughtException(Thread.currentThread(), new ArithmeticException("another"));

        assertThat(told).extracting(crash -> crash.failure().getMessage()).containsExactly("frame 0", "another");
        assertThat(reports.unseen()).hasSize(2);
    }

    @Test
    void whereNothingCanBeWrittenItSaysSoInsteadOfFailing() throws IOException {
        Path file = Files.writeString(state.resolve("file"), "");

        assertThat(new CrashReports(file, file).keep(new IllegalStateException("end"), "a test")).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}

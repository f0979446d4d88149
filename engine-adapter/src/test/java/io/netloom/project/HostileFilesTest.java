package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netloom.check.Check;
import io.netloom.compile.Weights;
import io.netloom.data.IdxFiles;
import io.netloom.data.Labels;
import io.netloom.data.Table;
import io.netloom.data.TextFile;
import io.netloom.graph.Node;
import io.netloom.shape.BadInput;
import io.netloom.train.Checkpoint;
import io.netloom.train.Standing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of strangers that want to do harm, or are damaged: each is refused in words for people, in bounded time and memory,
/// and none makes this program write or run anything.
@Timeout(60)
class HostileFilesTest {
    private static final String SOUND = """
            {"netloom": 1, "plan": {"epochs": 2, "batchSize": 8, "learningRate": 0.1, "validation": 0, "test": 0, "seed": 1,
              "optimiser": {"type": "sgd", "momentum": 0, "nesterov": false, "weightDecay": 0}, "losses": {"out": {"type": "mse"}}},
             "graph": {"nodes": [
                {"name": "in", "type": "Input", "x": 0, "y": 0, "settings": {"shape": "2"}},
                {"name": "dense", "type": "Dense", "x": 0, "y": 0, "settings": {"units": 1}},
                {"name": "out", "type": "Output", "x": 0, "y": 0}],
              "edges": [{"from": "in", "to": "dense"}, {"from": "dense", "to": "out"}]}}
            """;
    private static final int LONGEST_MESSAGE = 1_000;

    @TempDir
    private Path folder;

    @Test
    void theProjectThatIsChangedHereIsSoundItself() {
        assertThat(read(SOUND).graph().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void whatIsNestedWithoutEndIsRefused(String level) {
        refused(() -> read("{\"netloom\": 1, \"graph\": " + level.repeat(200_000)), "deeply nested");
    }

    @Test
    void aFileOfTooManyPartsIsRefusedBeforeItFillsTheMemory() {
        refused(() -> read("{\"netloom\": 1, \"graph\": [" + "0,".repeat(8_000_000) + "0]}"), "larger");
    }

    @Test
    void aTextOfMegabytesIsRefused() {
        refused(() -> read(SOUND.replace("dense", "d".repeat(10_000_000))), "larger");
    }

    @Test
    void aNameThatFillsAPageIsRefused() {
        refused(() -> read(SOUND.replace("dense", "d".repeat(Node.MAX_NAME + 1))), "100");
    }

    @Test
    void aNameThatCommandsTheTerminalIsRefused() {
        refused(() -> read(SOUND.replace("dense", "\\u001b]0;owned\\u0007")), "control characters: '?]0;owned?'");
        refused(() -> read(SOUND.replace("dense", "two\\nlines")), "control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "1e999999999", "123456789e99999"})
    void aNumberBeyondAllNumbersIsRefused(String number) {
        refused(() -> read(SOUND.replace("\"x\": 0", "\"x\": " + number)), "must be a number");
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        refused(() -> read(SOUND.replace("\"epochs\": 2", "\"epochs\": " + "9".repeat(5_000))), "larger");
    }

    @Test
    void aMessageDoesNotRepeatWhatIsWrongAtFullLength() {
        refused(() -> read(SOUND.replace("\"epochs\": 2", "\"epochs\": \"" + "x".repeat(1_000_000) + "\"")), "epochs");
        refused(() -> read(SOUND.replace("\"epochs\": 2", "\"epochs\": [" + "1,".repeat(100_000) + "1]")), "epochs");
    }

    @Test
    void layersOfAbsurdSizeAreCheckedWithoutBeingMade() {
        String absurd = SOUND.replace("\"units\": 1", "\"units\": 2147483647").replace("\"2\"", "\"2147483647\"");

        assertThatCode(() -> {
            try {
                Check.of(read(absurd).graph());
            } catch (BadInput _) {
                // Refused is as good.
            }
        }).doesNotThrowAnyException();
    }

    @Test
    void whereTheDataLiesMayBeNamedButIsNotLookedAtWhenTheProjectIsRead() {
        String elsewhere = SOUND.replace("\"plan\"",
                "\"data\": {\"table\": \"../../../../../../etc/passwd\", \"inputs\": {\"in\": [\"a\", \"b\"]}, \"targets\":"
                        + " {\"out\": {\"column\": \"c\", \"kind\": \"number\"}}}, \"plan\"");

        Project project = read(elsewhere);

        assertThat(project.data()).isPresent();
        assertThat(folder.toFile().list()).containsExactly("p.netloom");
    }

    @Test
    void whateverIsDamagedIsReadOrRefusedInWords() throws IOException {
        byte[] sound = SOUND.getBytes(StandardCharsets.UTF_8);
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = sound.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("p.netloom"), damaged);
            try {
                Check.of(ProjectFile.read(file).graph());
            } catch (BadInput e) {
                assertThat(e.getMessage()).hasSizeLessThan(LONGEST_MESSAGE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"finished\",\"reason\":\"rm -rf\"}", "{\"event\":\"epoch\"}", "[]", "null", "",
            "{\"event\":\"epoch\",\"epoch\":99999999999999999999,\"metrics\":{\"train\":{\"loss\":\"x\"}}}",
            "{\"event\":\"finished\",\"metrics\":7}"})
    void whatARunTellsIsPassedOverWhereItMakesNoSense(String line) throws IOException {
        Path run = run();
        Files.writeString(run.resolve("metrics.jsonl"), line + "\n");

        assertThatCode(() -> RunRecord.read(run)).doesNotThrowAnyException();
    }

    @Test
    void aRunThatTellsGigabytesIsRefused() throws IOException {
        Path run = run();
        try (var file = new RandomAccessFile(run.resolve("metrics.jsonl").toFile(), "rw")) {
            file.setLength(4L << 30);
        }

        refused(() -> RunRecord.read(run), "larger than what any run tells");
    }

    @Test
    void aRunWhoseNameIsNoTimeIsRefused() throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs/9999-99-99_999999-p"));
        Files.writeString(run.resolve("project.netloom"), SOUND);

        refused(() -> RunRecord.read(run), "does not begin with a time");
    }

    @Test
    void aCheckpointThatClaimsTheWholeMemoryIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        new Checkpoint(new Standing(1, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of()).write(new DataOutputStream(bytes));
        byte[] whole = bytes.toByteArray();
        for (int at = 0; at < whole.length; at++) {
            byte[] claims = whole.clone();
            for (int i = at; i < Math.min(at + 4, claims.length); i++) {
                claims[i] = 0x7F;
            }
            try {
                Checkpoint.read(new DataInputStream(new ByteArrayInputStream(claims)));
            } catch (IOException e) {
                assertThat(e.getMessage() == null ? "" : e.getMessage()).hasSizeLessThan(LONGEST_MESSAGE);
            }
        }
    }

    @Test
    void weightsThatAreNoneAreRefusedAndNoCodeInThemIsRead() throws IOException {
        Path archive = folder.resolve("best.pt");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("net/code/__torch__.py"));
            zip.write("import os; os.system('touch owned')".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("net/data/0"));
            zip.write(new byte[1 << 20]);
            zip.putNextEntry(new ZipEntry("../../escaped"));
            zip.write(1);
        }
        var network = Check.of(read(SOUND).graph()).checked().orElseThrow();

        refused(() -> Weights.read(archive, network), "cannot be read as the weights");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("best.pt", "p.netloom");
    }

    @Test
    void aRunIsNotGoneOnWithWhereItsFilesAreLinksToOthers() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "do not touch");
        Path run = run();
        Files.createSymbolicLink(run.resolve("metrics.jsonl"), mine);
        var checkpoint = new Checkpoint(new Standing(1, 0, 0, 0, 0, 0, 0, 0), List.of(), List.of());

        refused(() -> RunFolder.reopen(run, checkpoint, Duration.ofSeconds(1)).close(), "is a link to another place");
        assertThat(mine).hasContent("do not touch");
    }

    @Test
    void aNoteIsWrittenInPlaceOfALinkAndNotBehindIt() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "do not touch");
        Path run = run();
        Files.createSymbolicLink(run.resolve("note.json"), mine);

        new RunNote(List.of(), "hello").write(run);

        assertThat(mine).hasContent("do not touch");
        assertThat(RunNote.read(run).text()).isEqualTo("hello");
    }

    @Test
    void dataThatNeverEndsIsRefused() throws IOException {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "only on systems with devices");
        Path table = Files.createSymbolicLink(folder.resolve("a.csv"), zero);
        Path text = Files.createSymbolicLink(folder.resolve("a.txt"), zero);
        Path idx = Files.createDirectory(folder.resolve("idx"));
        Files.createSymbolicLink(idx.resolve("train-images-idx3-ubyte"), zero);

        refused(() -> Table.detect(table, Optional.empty()), "a pipe or a device");
        refused(() -> TextFile.detect(text, Optional.empty()), "a pipe or a device");
        refused(() -> new IdxFiles(idx).open(new Labels.None()).close(), "");
    }

    private Project read(String json) {
        try {
            return ProjectFile.read(Files.writeString(folder.resolve("p.netloom"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path run() throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs/2026-01-02_030405-p"));
        Files.writeString(run.resolve("project.netloom"), SOUND);
        return run;
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(BadInput.class).hasMessageContaining(words)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(LONGEST_MESSAGE));
    }
}

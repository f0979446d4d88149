package io.netloom.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.doctor.Line.Topic;
import io.netloom.app.doctor.Line.Verdict;
import io.netloom.app.doctor.Place.Use;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import io.netloom.engine.EngineState;
import io.netloom.engine.Machine;
import io.netloom.engine.gpu.NvidiaDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Texts ENGLISH = Texts.of(Language.ENGLISH, Locale.ENGLISH);
    private static final Texts CHINESE = Texts.of(Language.CHINESE, Locale.ENGLISH);
    private static final long GB = 1_000_000_000;
    private static final EngineState CPU = new EngineState.Loaded("2.7.1", Path.of("/engine"), false, 0, 4);
    private static final DisplayState SCREEN = new DisplayState.Works(1920, 1080, 1.25, true, "25");
    private static final Machine MACHINE = new Machine(4, 16 * GB, 8 * GB, 4 * GB);
    private static final NvidiaDriver DRIVER = new NvidiaDriver("550.54.14", List.of("RTX 4090"));

    @TempDir
    private Path home;

    private static Observed observed(EngineState engine, Machine machine, Optional<NvidiaDriver> driver,
            DisplayState display, Optional<String> font, Place... places) {
        return new Observed("1.0", "25.0.3", "Linux", engine, machine, driver, Optional.of(false), display, font,
                List.of(places));
    }

    private static Observed sound() {
        return observed(CPU, MACHINE, Optional.empty(), SCREEN, Optional.of("Noto Sans CJK SC"),
                place(Use.STATE, true, 50 * GB), place(Use.CURRENT, true, 60 * GB));
    }

    private static Place place(Use use, boolean writable, long free) {
        return new Place(use, Path.of("/home/" + use), writable, OptionalLong.of(free));
    }

    private static Line line(Observed observed, Topic topic) {
        return Doctor.judge(observed, ENGLISH).stream().filter(line -> line.topic() == topic).findFirst()
                .orElseThrow();
    }

    @Test
    void ofASoundMachineEveryLineIsGood() {
        List<Line> lines = Doctor.judge(sound(), ENGLISH);

        assertThat(lines).extracting(Line::topic).containsExactly(Topic.values());
        assertThat(lines).allMatch(line -> line.verdict() == Verdict.GOOD && line.advice().isEmpty());
        assertThat(Doctor.usable(lines)).isTrue();
        assertThat(Doctor.text(lines, ENGLISH)).contains("✓ Engine: libtorch 2.7.1 for CPU loads, from /engine",
                "1920 × 1080 pixels at 125 %");
    }

    @Test
    void anEngineThatCannotLoadIsBadAndSaysWhatToDo() {
        Observed broken = observed(new EngineState.Broken("libgomp is missing"), MACHINE, Optional.empty(), SCREEN,
                Optional.of("Noto"));

        assertThat(line(broken, Topic.ENGINE).verdict()).isEqualTo(Verdict.BAD);
        assertThat(line(broken, Topic.ENGINE).finding()).contains("libgomp is missing");
        assertThat(line(broken, Topic.ENGINE).advice()).contains("anew");
        assertThat(Doctor.usable(Doctor.judge(broken, ENGLISH))).isFalse();
    }

    @Test
    void withoutADisplayTheCommandLineIsUsable() {
        Observed server = observed(CPU, MACHINE, Optional.empty(), new DisplayState.None(), Optional.empty());

        assertThat(line(server, Topic.DISPLAY).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(line(server, Topic.FONTS).advice()).contains("fonts-noto-cjk");
        assertThat(Doctor.usable(Doctor.judge(server, ENGLISH))).isTrue();
    }

    @Test
    void aDisplayThatFailsIsBad() {
        Observed failing = observed(CPU, MACHINE, Optional.empty(), new DisplayState.Broken("no GTK"),
                Optional.empty());

        assertThat(line(failing, Topic.DISPLAY)).returns(Verdict.BAD, Line::verdict)
                .satisfies(line -> assertThat(line.advice()).contains("libgtk-3-0"));
    }

    @Test
    void aGpuThatTheEngineDoesNotUseIsPointedOut() {
        Observed idle = observed(CPU, MACHINE, Optional.of(DRIVER), SCREEN, Optional.empty());

        assertThat(line(idle, Topic.GPU).advice()).contains("netloom gpu install");
    }

    @Test
    void anEngineForGpusThatFindsNoneIsPointedOut() {
        EngineState cuda = new EngineState.Loaded("2.7.1", Path.of("/engine"), true, 0, 4);
        EngineState working = new EngineState.Loaded("2.7.1", Path.of("/engine"), true, 2, 4);

        assertThat(line(observed(cuda, MACHINE, Optional.of(DRIVER), SCREEN, Optional.empty()), Topic.GPU).advice())
                .contains("nvidia-smi");
        assertThat(line(observed(working, MACHINE, Optional.of(DRIVER), SCREEN, Optional.empty()), Topic.GPU))
                .returns(Verdict.GOOD, Line::verdict)
                .returns("RTX 4090 (550.54.14): the engine can use 2", Line::finding);
    }

    @Test
    void fewThreadsAndLittleMemoryAreWarnings() {
        EngineState one = new EngineState.Loaded("2.7.1", Path.of("/engine"), false, 0, 1);
        Observed small = observed(one, new Machine(4, 2 * GB, 2 * GB, GB), Optional.empty(), SCREEN,
                Optional.empty());

        assertThat(line(small, Topic.PROCESSOR).advice()).contains("OMP_NUM_THREADS");
        assertThat(line(small, Topic.MEMORY).verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void foldersThatAreClosedAndFullDisksAreNamed() {
        Observed closed = observed(CPU, MACHINE, Optional.empty(), SCREEN, Optional.empty(),
                place(Use.STATE, false, GB), place(Use.CURRENT, false, 100_000));

        List<Line> lines = Doctor.judge(closed, ENGLISH);

        assertThat(lines).filteredOn(line -> line.topic() == Topic.FOLDERS).extracting(Line::verdict)
                .containsExactly(Verdict.BAD, Verdict.WARNING);
        assertThat(line(closed, Topic.DISK)).returns(Verdict.BAD, Line::verdict)
                .satisfies(line -> assertThat(line.finding()).contains("/home/CURRENT"));
    }

    @Test
    void aFolderIsTriedWithAFileOfWhichNothingStays() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThat(Place.look(Use.STATE, home.resolve("not/there")).writable()).isTrue();
        assertThat(Place.look(Use.STATE, file.resolve("below")).writable()).isFalse();
        assertThat(home).isDirectoryContaining(path -> path.equals(file));
        assertThat(home.toFile().list()).hasSize(1);
    }

    @Test
    void allIsSaidInChinese() {
        assertThat(Doctor.text(Doctor.judge(sound(), CHINESE), CHINESE)).contains("✓ 计算引擎", "均可写入");
    }

    @Test
    @Tag("engine")
    void thisMachineIsLookedAt() {
        Observed here = Observed.look(new Folders(home.resolve("config"), home.resolve("state")),
                new DisplayState.None());

        assertThat(here.engine()).isInstanceOf(EngineState.Loaded.class);
        assertThat(here.machine().cores()).isPositive();
        assertThat(Doctor.usable(Doctor.judge(here, ENGLISH))).isTrue();
    }
}

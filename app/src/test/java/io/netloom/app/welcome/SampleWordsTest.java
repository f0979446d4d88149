package io.netloom.app.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleWordsTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void eachSampleIsDescribedOnTheWelcomePage(Language language) throws IOException {
        Texts texts = Texts.of(language, Locale.ROOT);
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            List<String> names = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.exists(SAMPLES.resolve(name).resolve(name + ".netloom"))).toList();
            assertThat(names).hasSizeGreaterThan(20)
                    .allSatisfy(name -> assertThat(texts.has("welcome.sample." + name)).as(name).isTrue());
        }
    }
}

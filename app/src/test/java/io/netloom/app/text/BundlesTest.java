package io.netloom.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Settings.Language;
import io.netloom.layer.Category;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the window, in both languages.
class BundlesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/io/netloom/app/text");
    private static final Path SOURCES = Path.of("src/main/java/io/netloom/app");

    static List<String> features() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", "")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyKeyExistsInBothLanguages(String feature) throws IOException {
        Properties english = read(feature + ".properties");
        Properties chinese = read(feature + "_zh_CN.properties");
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(key).startsWith(feature + ".");
            assertThat(english.getProperty(key)).isNotBlank();
            assertThat(chinese.getProperty(key)).isNotBlank();
            assertThat(new MessageFormat(chinese.getProperty(key)).getFormatsByArgumentIndex())
                    .as("arguments of %s", key)
                    .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
        });
    }

    @ParameterizedTest
    @MethodSource("features")
    void quotesAreTypographicBecauseMessageFormatSwallowsTheOthers(String feature) throws IOException {
        for (String suffix : List.of("", "_zh_CN")) {
            assertThat(read(feature + suffix + ".properties").values())
                    .noneMatch(text -> ((String) text).contains("'"));
        }
    }

    @Test
    void everyKeyInTheSourceExists() throws IOException {
        Texts texts = Texts.of(Language.ENGLISH, Locale.ROOT);
        var call = Pattern.compile("(?:texts\\(?\\)?|words|texts\\.get\\(\\))\\.get\\(\\s*\"([a-z0-9.-]+[a-z])\"");
        var found = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                call.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
            }
        }
        assertThat(found).hasSizeGreaterThan(30).allMatch(texts::has);
    }

    @Test
    void everyCategoryHasAName() {
        Texts texts = Texts.of(Language.CHINESE, Locale.ROOT);
        assertThat(Category.values())
                .allMatch(category -> texts.has("palette.category." + category.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void theSystemsLanguageCountsWhereNoneIsChosen() {
        assertThat(Texts.of(Language.SYSTEM, Locale.SIMPLIFIED_CHINESE).get("shell.save")).isEqualTo("保存");
        assertThat(Texts.of(Language.SYSTEM, Locale.GERMAN).get("shell.save")).isEqualTo("Save");
        assertThat(Texts.of(Language.ENGLISH, Locale.SIMPLIFIED_CHINESE).get("shell.save")).isEqualTo("Save");
    }

    @Test
    void numbersOfAnySizeTakeFewSigns() {
        Texts texts = Texts.of(Language.ENGLISH, Locale.ROOT);
        assertThat(Stream.of(0L, 950L, 1_000L, 18_496L, 421_642L, 999_999L, 4_200_000L, Long.MAX_VALUE)
                .map(texts::magnitude))
                .containsExactly("0", "950", "1.0 k", "18.5 k", "422 k", "1.0 M", "4.2 M", "9.2 E");
        assertThat(texts.count(421_642)).isEqualTo("421,642");
        assertThat(texts.get("problems.count", 1)).isEqualTo("1 problem");
        assertThat(texts.get("problems.count", 3)).isEqualTo("3 problems");
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}

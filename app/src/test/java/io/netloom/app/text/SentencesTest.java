package io.netloom.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netloom.app.document.Settings.Language;
import io.netloom.check.Finding;
import io.netloom.compile.Optimiser;
import io.netloom.shape.BadInput;
import io.netloom.shape.Problem;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the engine finds out, in Chinese.
class SentencesTest {
    private static final Texts CHINESE = Texts.of(Language.CHINESE, Locale.ROOT);
    private static final Pattern CALL = Pattern.compile(
            "\\bof\\(\\s*\"([a-z-]+(?:\\.[a-z-]+)+)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern GAP = Pattern.compile("\\{(\\d)");

    @Test
    void everySentenceOfTheSourceIsKnownAndHoldsNothingElse() throws IOException {
        Properties known = new Properties();
        for (String bundle : List.of("sentences", "refusals")) {
            try (Reader reader = Files.newBufferedReader(
                    Path.of("src/main/resources/io/netloom/app/text/" + bundle + "_zh_CN.properties"))) {
                known.load(reader);
            }
        }
        var said = sentences();
        assertThat(said).hasSizeGreaterThan(450);
        assertThat(known.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(said.keySet());
        said.forEach((key, english) -> {
            String chinese = known.getProperty(key);
            new MessageFormat(chinese);
            assertThat(gaps(english)).as(key).containsAll(gaps(chinese));
        });
    }

    /// What stands for an argument in words may be left to them, such as whether there is one or several.
    private static TreeSet<String> gaps(String pattern) {
        return GAP.matcher(pattern).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeMap<String, String> sentences() throws IOException {
        var sentences = new TreeMap<String, String>();
        for (String root : new String[] {"../engine-adapter/src/main/java", "src/main/java"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher calls = CALL.matcher(Files.readString(file));
                    while (calls.find()) {
                        String before = sentences.put(calls.group(1), calls.group(2));
                        assertThat(before == null || before.equals(calls.group(2)))
                                .as("%s means one thing in %s", calls.group(1), file).isTrue();
                    }
                }
            }
        }
        return sentences;
    }

    @Test
    void whatTheCheckFoundIsSaidByItsPhrases() {
        var finding = new Finding("head", "Dense 'head'",
                Problem.setting("units to be a whole number, 1 to 65536", "it is {0}"), List.of());
        assertThat(finding.sentence()).hasToString(finding.problem().about(finding.subject()));
        assertThat(CHINESE.say(finding.sentence())).startsWith("Dense 'head' 需要").contains("现在是 {0}");
    }

    @Test
    void numbersOutsideTheirRangeAreRefusedInEitherLanguage() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> new Optimiser.Sgd(1.5, 0))
                .withMessage("The optimiser's momentum must be 0 to below 1, not 1.5.")
                .satisfies(e -> assertThat(CHINESE.say(e)).isEqualTo("优化器的“动量”必须至少为 0 且小于 1，而不是 1.5。"));
    }

    @Test
    void aSentenceIsSaidWithThoseThatStandInIt() {
        Sentence rows = Sentence.of("told.rows", "{0,choice,0#no rows|1#1 row|1<{0} rows}", 1234);
        Sentence sentence = Sentence.of("concern.target.missing", "The target {0} is missing in {1}.", "\"y\"", rows);
        assertThat(sentence).hasToString("The target \"y\" is missing in 1,234 rows.");
        assertThat(CHINESE.say(sentence)).isEqualTo("目标 \"y\" 有 1,234 行缺失。");
        assertThat(CHINESE.say(new BadInput(sentence))).isEqualTo("目标 \"y\" 有 1,234 行缺失。");
        assertThat(Texts.of(Language.ENGLISH, Locale.ROOT).say(sentence)).isEqualTo(sentence.toString());
    }
}

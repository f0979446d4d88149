package io.netloom.app.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.project.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What layers are called and do, in both languages.
class BlockWordsTest {
    private static final ResourceBundle CHINESE = bundle("layers", Locale.SIMPLIFIED_CHINESE);
    /// Values that are names, the same in every language.
    private static final Set<String> NAMES = Set.of("Nonlinearity.tanh", "Nonlinearity.relu", "Nonlinearity.gelu");

    @Test
    void everyLayerAndEverySettingIsTranslated() {
        assertThat(wanted().keySet()).as("what lacks in layers_zh_CN.properties").allMatch(CHINESE::containsKey);
    }

    @Test
    void nothingIsTranslatedThatIsNotThere() {
        Set<String> left = new HashSet<>(CHINESE.keySet());
        left.removeAll(wanted().keySet());
        assertThat(left).isEmpty();
    }

    @Test
    void translationsAreChineseAndSentencesEndLikeOnes() {
        for (String key : CHINESE.keySet()) {
            assertThat(CHINESE.getString(key)).as(key).containsPattern("\\p{IsHan}|激活|ReLU");
            if (key.endsWith(".help")) {
                assertThat(CHINESE.getString(key)).as(key).endsWith("。");
            }
        }
    }

    @Test
    void theSameSentenceIsTranslatedInOneWay() {
        Map<String, Set<String>> byEnglish = new HashMap<>();
        wanted().forEach((key, english) -> {
            if (key.endsWith(".help")) {
                byEnglish.computeIfAbsent(english, _ -> new HashSet<>()).add(CHINESE.getString(key));
            }
        });
        assertThat(byEnglish).allSatisfy((english, chinese) -> assertThat(chinese).as(english).hasSize(1));
    }

    @Test
    void onlyLayersHaveSynonyms() {
        assertThat(Catalogue.standard().types()).extracting(type -> type.name())
                .containsAll(bundle("synonyms", Locale.ROOT).keySet());
    }

    @Test
    void rangesAreWordsOfTheLanguage() {
        Field rate = Catalogue.standard().find("Dropout").schema().fields().getFirst();
        Field filters = Catalogue.standard().find("Conv2d").schema().fields().getFirst();
        assertThat(words(Language.ENGLISH).range(rate)).isEqualTo("number, 0 to 0.99");
        assertThat(words(Language.CHINESE).range(filters)).isEqualTo("整数，1 至 65,536");
    }

    private static BlockWords words(Language language) {
        return new BlockWords(Texts.of(language, Locale.ROOT));
    }

    /// Each key with its English words.
    private static Map<String, String> wanted() {
        var keys = new HashMap<String, String>();
        Catalogue.standard().types().forEach(type -> {
            keys.put(type.name(), type.name());
            keys.put(type.name() + ".help", type.card().help());
            for (Field field : type.schema().fields()) {
                String key = type.name() + "." + field.name();
                keys.put(key, field.label());
                keys.put(key + ".help", field.help());
                values(field).forEach(value -> keys.put(value, value));
            }
        });
        Templates.all().forEach(template -> {
            String key = "template." + template.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
            keys.put(key, template.name());
            keys.put(key + ".help", template.help());
        });
        return keys;
    }

    private static List<String> values(Field field) {
        var values = new ArrayList<String>();
        if (field.kind() == Field.Kind.CHOICE || field.kind() == Field.Kind.INITIALISER) {
            field.choices().forEach(choice -> values.add(field.type().getSimpleName() + "." + choice));
        }
        values.removeAll(NAMES);
        return values;
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle("io.netloom.app.blocks." + name, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}

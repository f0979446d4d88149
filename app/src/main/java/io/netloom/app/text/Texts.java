package io.netloom.app.text;

import io.netloom.app.document.Settings.Language;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// Every word of the window, in one language. A key is `feature.what`; the words of a feature stand in the bundle of its name
/// beside this class, `shell.properties` and `shell_zh_CN.properties`, as [MessageFormat] has them.
public final class Texts {
    private static final ResourceBundle.Control EXACT = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
    }

    /// The words of a language.
    ///
    /// @param system the system's language, which counts where the user chose none
    public static Texts of(Language language, Locale system) {
        return new Texts(switch (language) {
            case ENGLISH -> Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
            case SYSTEM -> system.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        });
    }

    /// The language.
    public Locale locale() {
        return locale;
    }

    /// The words of a key.
    ///
    /// @param arguments stand for `{0}`, `{1}`, …
    /// @throws MissingResourceException if there is no such key
    public String get(String key, Object... arguments) {
        return new MessageFormat(pattern(key), locale).format(arguments);
    }

    /// Something that was found out, in the window's language; where that does not know it, in English.
    public String say(Sentence sentence) {
        return sentence.say(locale, this::words);
    }

    private String words(Sentence piece) {
        return piece.key().equals(Sentence.PHRASE)
                ? quoted(Phrases.of(locale).say(piece.arguments().getFirst().toString()))
                : known(piece.key()).orElse(piece.pattern());
    }

    /// Words as [MessageFormat] gives them back.
    private static String quoted(String words) {
        return words.replace("'", "''").replace("{", "'{'");
    }

    /// Why something could not be done, in the window's language, where that knows it.
    public String say(Exception cause) {
        return say(BadInput.told(cause));
    }

    /// What another language says for a sentence; what English says stands in the sentence itself.
    private Optional<String> known(String key) {
        if (locale.equals(Locale.ENGLISH)) {
            return Optional.empty();
        }
        return Stream.of("sentences.", "refusals.").map(this::bundle).filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> bundle.getString(key));
    }

    /// Whether there are words for a key.
    public boolean has(String key) {
        return bundle(key).containsKey(key);
    }

    /// A number with thousands apart: `421,642`.
    public String count(long number) {
        return String.format(locale, "%,d", number);
    }

    /// A number of any size in few signs: `950`, `18.5 k`, `4.2 M`.
    public String magnitude(long number) {
        String[] units = {"", " k", " M", " G", " T", " P", " E"};
        double value = number;
        int unit = 0;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(locale, unit == 0 || value >= 99.95 ? "%.0f%s" : "%.1f%s", value, units[unit]);
    }

    private String pattern(String key) {
        return bundle(key).getString(key);
    }

    private ResourceBundle bundle(String key) {
        return ResourceBundle.getBundle("io.netloom.app.text." + key.substring(0, key.indexOf('.')), locale,
                Texts.class.getClassLoader(), EXACT);
    }
}

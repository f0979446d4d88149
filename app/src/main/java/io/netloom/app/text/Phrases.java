package io.netloom.app.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the check says, in the window's language. Layers and the check say in English what they need and what they found, once
/// and at one place; the translation knows each of these phrases by its English pattern (`phrases_zh_CN.json`, `{0}` stands for
/// what differs). What it does not know stays English.
public final class Phrases {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    private final List<Phrase> phrases;

    private record Phrase(Pattern english, String translated, List<Integer> places, int literal) {}

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /// The phrases of a language.
    public static Phrases of(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? new Phrases(List.of()) : Chinese.PHRASES;
    }

    private static final class Chinese {
        static final Phrases PHRASES = read("phrases_zh_CN.json");
    }

    private static Phrases read(String file) {
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            Map<String, String> texts = new ObjectMapper().readValue(in,
                    new TypeReference<LinkedHashMap<String, String>>() {});
            var phrases = new ArrayList<Phrase>();
            texts.forEach((english, translated) -> phrases.add(phrase(english, translated)));
            phrases.sort(Comparator.comparingInt(Phrase::literal).reversed());
            return new Phrases(List.copyOf(phrases));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrase phrase(String english, String translated) {
        var regex = new StringBuilder();
        var places = new ArrayList<Integer>();
        int literal = 0;
        int end = 0;
        Matcher gaps = GAP.matcher(english);
        while (gaps.find()) {
            regex.append(Pattern.quote(english.substring(end, gaps.start()))).append("(.+?)");
            literal += gaps.start() - end;
            places.add(Integer.valueOf(gaps.group(1)));
            end = gaps.end();
        }
        regex.append(Pattern.quote(english.substring(end)));
        return new Phrase(Pattern.compile(regex.toString(), Pattern.DOTALL), translated, places,
                literal + english.length() - end);
    }

    /// A phrase in the window's language, if it is known.
    public Optional<String> find(String english) {
        for (Phrase phrase : phrases) {
            Matcher match = phrase.english.matcher(english);
            if (match.matches()) {
                return Optional.of(filled(phrase, match.toMatchResult()));
            }
        }
        return Optional.empty();
    }

    /// A phrase in the window's language; where it is not known, as it is.
    public String say(String english) {
        return find(english).orElse(english);
    }

    private static String filled(Phrase phrase, MatchResult match) {
        return GAP.matcher(phrase.translated).replaceAll(gap -> Matcher.quoteReplacement(
                match.group(phrase.places.indexOf(Integer.valueOf(gap.group(1))) + 1)));
    }
}

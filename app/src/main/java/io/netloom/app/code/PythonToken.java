package io.netloom.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of Python and what it is. One after the other they are the whole text.
record PythonToken(Kind kind, String text) {
    private static final Pattern TOKENS = Pattern.compile(
            "(?<comment>#[^\\n]*)|(?<string>\"[^\"\\n]*\"|'[^'\\n]*')"
                    + "|\\b(?<keyword>import|from|class|def|return|for|in|if|else|not|and|or|is|as|lambda)\\b"
                    + "|\\b(?<constant>True|False|None)\\b|\\b(?<self>self|super)\\b"
                    + "|(?<number>(?<![\\p{L}\\p{Nd}_])\\d[\\d_]*(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)"
                    + "|(?<call>[\\p{L}_][\\p{L}\\p{Nd}_]*(?=\\())");

    enum Kind {
        COMMENT, STRING, KEYWORD, CONSTANT, SELF, NUMBER, CALL, PLAIN;

        String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }

    static List<PythonToken> of(String source) {
        var tokens = new ArrayList<PythonToken>();
        Matcher matcher = TOKENS.matcher(source);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                tokens.add(new PythonToken(Kind.PLAIN, source.substring(at, matcher.start())));
            }
            tokens.add(new PythonToken(kind(matcher), matcher.group()));
            at = matcher.end();
        }
        if (at < source.length()) {
            tokens.add(new PythonToken(Kind.PLAIN, source.substring(at)));
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PLAIN && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        return Kind.PLAIN;
    }
}

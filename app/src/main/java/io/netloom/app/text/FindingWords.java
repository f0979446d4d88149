package io.netloom.app.text;

import io.netloom.check.Finding;

/// Says in the window's language what the check found.
public final class FindingWords {
    private FindingWords() {}

    /// The whole of it in a sentence, without what would mend it.
    public static String of(Texts texts, Finding finding) {
        return texts.get("edit.finding", subject(texts, finding), needed(texts, finding), found(texts, finding));
    }

    /// The same with the first edit that mends it, for who cannot see the buttons.
    public static String withFix(Texts texts, Finding finding) {
        String sentence = of(texts, finding);
        return finding.fixes().isEmpty() ? sentence
                : texts.get("edit.finding-fix", sentence, EditWords.of(texts, finding.fixes().getFirst()));
    }

    /// What has the problem: `Dense 'head'`.
    public static String subject(Texts texts, Finding finding) {
        return say(texts, finding.subject());
    }

    /// What it needs.
    public static String needed(Texts texts, Finding finding) {
        return say(texts, finding.problem().needed());
    }

    /// What it has instead.
    public static String found(Texts texts, Finding finding) {
        return say(texts, finding.problem().found());
    }

    private static String say(Texts texts, String english) {
        return Phrases.of(texts.locale()).say(english);
    }
}

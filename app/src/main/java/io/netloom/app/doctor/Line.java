package io.netloom.app.doctor;

/// One thing that was looked at.
///
/// @param topic what it is about
/// @param verdict whether it is well
/// @param finding what was found
/// @param advice what to do; empty where nothing needs to be done
public record Line(Topic topic, Verdict verdict, String finding, String advice) {

    /// What is looked at, in the order in which it is told.
    public enum Topic {
        NETLOOM, JAVA, ENGINE, PROCESSOR, MEMORY, GPU, DISPLAY, FONTS, FOLDERS, DISK
    }

    /// Whether it is well.
    public enum Verdict {
        /// Nothing needs to be done.
        GOOD("✓"),
        /// Netloom works, but could do better.
        WARNING("!"),
        /// Netloom cannot do its work.
        BAD("✗");

        private final String sign;

        Verdict(String sign) {
            this.sign = sign;
        }

        /// A sign for it.
        public String sign() {
            return sign;
        }
    }
}

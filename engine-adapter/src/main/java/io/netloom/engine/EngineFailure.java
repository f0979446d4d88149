package io.netloom.engine;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import io.netloom.shape.Bytes;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine could not do what it was asked: not the user's fault, and not to be retried.
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// As libtorch's allocators put it, for the CPU and for a GPU.
    private static final Pattern NO_MEMORY = Pattern.compile("can't allocate memory|out of memory|bad_alloc"
            + "|not enough memory", Pattern.CASE_INSENSITIVE);
    private static final Pattern WANTED = Pattern.compile("allocate (\\d{1,18}(?:\\.\\d{1,9})?) (bytes|MiB|GiB)");

    EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// The failure, or what the user can do where there was not enough memory.
    static RuntimeException of(String message, Exception cause) {
        String text = String.valueOf(cause.getMessage());
        if (!NO_MEMORY.matcher(text).find()) {
            return new EngineFailure(message, cause);
        }
        return new BadInput(Sentence.of("train.out-of-memory",
                "There is not enough memory for this{0}. Choose a smaller batch or a smaller network, or close other"
                        + " programs.",
                wanted(text)), cause);
    }

    private static Object wanted(String text) {
        Matcher wanted = WANTED.matcher(text);
        if (!wanted.find()) {
            return "";
        }
        double unit = switch (wanted.group(2).toLowerCase(Locale.ROOT)) {
            case "gib" -> 1L << 30;
            case "mib" -> 1L << 20;
            default -> 1;
        };
        return Sentence.of("train.more-memory", ": {0} more are needed at once",
                Bytes.text((long) (Double.parseDouble(wanted.group(1)) * unit)));
    }
}

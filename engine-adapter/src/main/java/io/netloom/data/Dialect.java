package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// How a table is written, as far as a user says so; what is left open is found out by looking at the file.
///
/// @param delimiter what stands between fields
/// @param quote what stands around fields that hold delimiters
/// @param escape what stands before a quote that belongs to the text
/// @param encoding name of the character set, as `windows-1252`
/// @param decimal what stands between a number's whole part and its fraction, a point or a comma
/// @param header whether the first line holds the columns' names; where it does not, they are `column1`, `column2`, …
/// @param missing texts that stand for a missing value, in any case, instead of the usual ones; an empty field always does
/// @param types what columns hold, by name
public record Dialect(Optional<Character> delimiter, Optional<Character> quote, Optional<Character> escape,
        Optional<String> encoding, Optional<Character> decimal, Optional<Boolean> header,
        Optional<List<String>> missing, SequencedMap<String, ColumnType> types) {
    /// Everything is found out.
    public static final Dialect FOUND = new Dialect(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new LinkedHashMap<>());

    /// @throws BadInput if these cannot be told apart, or the encoding is unknown
    public Dialect {
        missing = missing.map(List::copyOf);
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
        encoding.ifPresent(Dialect::charset);
        if (decimal.isPresent() && decimal.get() != '.' && decimal.get() != ',') {
            throw new BadInput(Sentence.of("input.decimal", "A decimal mark is ''.'' or '','', not ''{0}''.",
                    decimal.get().toString()));
        }
        if (delimiter.isPresent() && (delimiter.equals(quote) || delimiter.equals(decimal))) {
            throw new BadInput(Sentence.of("input.delimiter",
                    "The delimiter ''{0}'' cannot be the quote or the decimal mark too. Choose another.",
                    delimiter.get().toString()));
        }
    }

    /// The same, but for what columns hold.
    public Dialect with(Map<String, ColumnType> newTypes) {
        return new Dialect(delimiter, quote, escape, encoding, decimal, header, missing,
                new LinkedHashMap<>(newTypes));
    }

    /// The same with another delimiter; where there is none, it is found out.
    ///
    /// @throws BadInput if it cannot be told from the other marks
    public Dialect withDelimiter(Optional<Character> newDelimiter) {
        return new Dialect(newDelimiter, quote, escape, encoding, decimal, header, missing, types);
    }

    /// The same with another quote; where there is none, it is found out.
    ///
    /// @throws BadInput if it cannot be told from the other marks
    public Dialect withQuote(Optional<Character> newQuote) {
        return new Dialect(delimiter, newQuote, escape, encoding, decimal, header, missing, types);
    }

    /// The same in another encoding; where there is none, it is found out.
    ///
    /// @throws BadInput if there is no such encoding
    public Dialect withEncoding(Optional<String> newEncoding) {
        return new Dialect(delimiter, quote, escape, newEncoding, decimal, header, missing, types);
    }

    /// The same with another decimal mark; where there is none, it is found out.
    ///
    /// @throws BadInput if it is neither a point nor a comma, or the delimiter
    public Dialect withDecimal(Optional<Character> newDecimal) {
        return new Dialect(delimiter, quote, escape, encoding, newDecimal, header, missing, types);
    }

    /// The same with or without names in the first line.
    public Dialect withHeader(Optional<Boolean> newHeader) {
        return new Dialect(delimiter, quote, escape, encoding, decimal, newHeader, missing, types);
    }

    /// The same with other texts for a missing value; where there are none, the usual ones.
    public Dialect withMissing(Optional<List<String>> newMissing) {
        return new Dialect(delimiter, quote, escape, encoding, decimal, header, newMissing, types);
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadInput(Sentence.of("input.encoding",
                    "There is no encoding \"{0}\". Usual ones are UTF-8, UTF-16, windows-1252, ISO-8859-1, GB18030 and"
                            + " Shift_JIS.",
                    name), e);
        }
    }
}

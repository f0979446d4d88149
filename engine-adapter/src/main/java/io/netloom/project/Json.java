package io.netloom.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/// How JSON is read and written. Files may come from strangers: what is deeper, longer or of more parts than any project is refused while
/// it is read, so that reading takes no more memory than a heap of half a gigabyte has.
final class Json {
    /// A project of eight nested composites has some forty levels; whoever nests more of them shall be told so.
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_TEXT = 8 << 20;
    private static final int LONGEST_NUMBER = 400;
    /// A drawing of a hundred thousand blocks has about four million.
    private static final long MOST_TOKENS = 5_000_000;

    static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints
                    .builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT).maxNameLength(LONGEST_NUMBER * 10)
                    .maxNumberLength(LONGEST_NUMBER).maxTokenCount(MOST_TOKENS).build())
            .build())
            .enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}
}

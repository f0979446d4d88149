package io.netloom.app.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockSearchTest {

    @ParameterizedTest
    @CsvSource({"linear,Dense", "fc,Dense", "dense,Dense", "conv2,Conv2d", "max pool,MaxPool1d", "swish,SiLU",
            "bn,BatchNorm", "mha,SelfAttention", "u-net,Encoder-decoder (U-Net)", "concatenate,Concat",
            "deconv,ConvTranspose1d", "RELU,ReLU"})
    void whatPeopleCallItIsFound(String typed, String type) {
        assertThat(find(Language.ENGLISH, typed)).isEqualTo(type);
        assertThat(find(Language.CHINESE, typed)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"全连接,Dense", "二维卷积,Conv2d", "展平,Flatten", "残差,Residual block", "反卷积,ConvTranspose1d"})
    void chineseWordsAreFound(String typed, String type) {
        assertThat(BlockSearch.of(texts(Language.CHINESE)).find(typed, _ -> true)).extracting(BlockEntry::type)
                .contains(type);
    }

    @Test
    void nonsenseFindsNothing() {
        assertThat(BlockSearch.of(texts(Language.ENGLISH)).find("qqqq", _ -> true)).isEmpty();
    }

    @Test
    void anIdFindsItsBlock() {
        BlockSearch blocks = BlockSearch.of(texts(Language.ENGLISH));
        assertThat(blocks.entries()).extracting(BlockEntry::id).doesNotHaveDuplicates();
        assertThat(blocks.entries()).allSatisfy(entry -> assertThat(blocks.find(entry.id())).contains(entry));
    }

    private static String find(Language language, String typed) {
        return BlockSearch.of(texts(language)).find(typed, _ -> true).getFirst().type();
    }

    private static Texts texts(Language language) {
        return Texts.of(language, Locale.ROOT);
    }
}

package io.netloom.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTest {
    private static final Set<Field.Kind> WITH_WORDS = EnumSet.of(Field.Kind.CHOICE, Field.Kind.PADDING,
            Field.Kind.INITIALISER);

    @ParameterizedTest
    @CsvSource({"Conv2d,filters,64,true", "Conv2d,filters,0,false", "Conv2d,filters,6.5,false",
            "Conv2d,filters,'',false",
            "Conv2d,kernelSize,3,true", "Conv2d,kernelSize,3x5,true", "Conv2d,kernelSize,3×0,false",
            "Conv2d,kernelSize,1×2×3,false", "Conv3d,kernelSize,1×2×3,true", "Conv2d,padding,same,true",
            "Conv2d,padding,1×2,true", "Conv2d,padding,-1,false", "Conv2d,padding,sane,false", "Conv2d,bias,true,true",
            "Conv2d,bias,yes,false", "Conv2d,initialiser,he_normal,true", "Conv2d,initialiser,best,false",
            "Conv2d,initialiser,constant(0.5),true",
            "Dropout,rate,0.99,true", "Dropout,rate,1,false", "Dropout,rate,NaN,false", "Permute,order,'2, 1',true",
            "Permute,order,'0, 1',false", "Input,shape,3×8×8,true", "Input,shape,3×,false", "Lambda,expression,x,true"})
    void onlyValuesWithinTheRangeAreAccepted(String layer, String setting, String text, boolean accepted) {
        assertThat(field(layer, setting).accepts(text)).isEqualTo(accepted);
    }

    @Test
    void everySettingAcceptsItsDefault() {
        assertThat(Catalogue.standard().types()).allSatisfy(type -> assertThat(type.schema().fields())
                .allSatisfy(field -> assertThat(field.accepts(field.defaultText())).as(field.name()).isTrue()));
    }

    @Test
    void onlySomeKindsHaveWordsToChooseFrom() {
        assertThat(field("Conv2d", "paddingMode").choices()).containsExactly("zeros", "reflect", "replicate",
                "circular");
        assertThat(Catalogue.standard().types()).allSatisfy(type -> assertThat(type.schema().fields()).allSatisfy(
                field -> assertThat(field.choices().isEmpty()).isEqualTo(!WITH_WORDS.contains(field.kind()))));
    }

    private static Field field(String layer, String setting) {
        return Catalogue.standard().find(layer).schema().fields().stream().filter(f -> f.name().equals(setting))
                .findFirst().orElseThrow();
    }
}

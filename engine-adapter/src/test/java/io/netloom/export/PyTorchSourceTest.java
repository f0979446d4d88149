package io.netloom.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import org.junit.jupiter.api.Test;

/// The Python of a whole network.
class PyTorchSourceTest {

    @Test
    void aChainReadsLikeATutorial() {
        var network = new Drawing().block("image", "Input", "shape", "1×28×28")
                .block("conv", "Conv2d", "filters", "8").block("relu", "ReLU").block("flatten", "Flatten")
                .block("head", "Dense", "units", "10").block("class", "Output")
                .chain("image", "conv", "relu", "flatten", "head", "class").checked();

        assertThat(PyTorchSource.of(network)).isEqualTo("""
                from torch import nn


                class Net(nn.Module):
                    def __init__(self):
                        super().__init__()
                        self.conv = nn.Conv2d(1, 8, 3, padding=1)
                        self.relu = nn.ReLU()
                        self.flatten = nn.Flatten()
                        self.head = nn.Linear(6272, 10)

                    def forward(self, image):
                        x = self.conv(image)
                        x = self.relu(x)
                        x = self.flatten(x)
                        x = self.head(x)
                        return x
                """);
    }

    @Test
    void aValueThatIsReadTwiceKeepsItsName() {
        var network = new Drawing().block("in", "Input", "shape", "8").block("first", "Dense", "units", "8")
                .block("second", "Dense", "units", "8").block("sum", "Add").block("head", "Dense", "units", "2")
                .block("out", "Output").chain("in", "first", "second").wire("first", "sum", 0).wire("second", "sum", 1)
                .chain("sum", "head", "out").checked();

        assertThat(PyTorchSource.of(network)).contains("x = self.first(in_2)\n", "second = self.second(x)\n",
                "x = x + second\n", "x = self.head(x)\n", "return x\n");
    }

    @Test
    void aLayerWithSeveralOutputsNamesEach() {
        var network = new Drawing().block("in", "Input", "shape", "8").block("split", "Split", "parts", "2")
                .block("dot", "Multiply").block("head", "Dense", "units", "2").block("out", "Output")
                .chain("in", "split").wire("split", 0, "dot", 0).wire("split", 1, "dot", 1).chain("dot", "head", "out")
                .checked();

        assertThat(PyTorchSource.of(network)).contains("split_0, split_1 = in_2.chunk(2, dim=1)\n",
                "split_0 = split_0 * split_1\n", "self.head(split_0)");
    }

    @Test
    void namesThatPythonOrModulesHaveAlreadyAreAvoided() {
        var network = new Drawing().block("lambda", "Input", "shape", "4").block("train", "Dense", "units", "4")
                .block("1st layer", "Dense", "units", "2").block("out", "Output")
                .chain("lambda", "train", "1st layer", "out").checked();

        assertThat(PyTorchSource.of(network)).contains("def forward(self, lambda_2):", "self.train_2 = nn.Linear(4, 4)",
                "self.block_1st_layer = nn.Linear(4, 2)");
    }
}

package io.netloom.train;

import io.netloom.compile.TensorData;
import io.netloom.shape.ElementType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Everything from which training goes on as if it had never stopped: where it stood, all tensors that it changes, and
/// the sums of the epoch so far. The random numbers of a step depend on the plan's seed and the step alone.
///
/// @param standing where training stood
/// @param state the tensors, in the program's order
/// @param sums the epoch's sums so far, one array a head
public record Checkpoint(Standing standing, List<TensorData> state, List<double[]> sums) {
    private static final int MAGIC = 0x4e4c4350;
    private static final int VERSION = 1;
    private static final String CUT_OFF = "it is cut off";
    private static final int MOST_AXES = 16;
    private static final int MOST_SUMS = 1 << 24;

    public Checkpoint {
        state = List.copyOf(state);
        sums = List.copyOf(sums);
    }

    /// Writes it, with a version.
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        standing.write(out);
        out.writeInt(sums.size());
        for (double[] head : sums) {
            out.writeInt(head.length);
            for (double sum : head) {
                out.writeDouble(sum);
            }
        }
        out.writeInt(state.size());
        for (TensorData tensor : state) {
            out.writeByte(tensor.type().ordinal());
            out.writeByte(tensor.shape().size());
            for (long size : tensor.shape()) {
                out.writeLong(size);
            }
            byte[] bytes = new byte[tensor.data().remaining()];
            tensor.data().get(bytes);
            out.write(bytes);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException if it is no checkpoint, or is cut off
    public static Checkpoint read(DataInputStream in) throws IOException {
        try {
            return readWhole(in);
        } catch (EOFException e) {
            throw new IOException(CUT_OFF, e);
        }
    }

    private static Checkpoint readWhole(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new IOException("it is no checkpoint of this version");
        }
        Standing standing = Standing.read(in);
        var sums = new ArrayList<double[]>();
        for (int heads = in.readInt(); heads > 0; heads--) {
            double[] head = new double[few(in.readInt())];
            for (int i = 0; i < head.length; i++) {
                head[i] = in.readDouble();
            }
            sums.add(head);
        }
        var state = new ArrayList<TensorData>();
        for (int tensors = in.readInt(); tensors > 0; tensors--) {
            state.add(readTensor(in));
        }
        return new Checkpoint(standing, state, sums);
    }

    /// Sizes that a damaged or a hostile file claims.
    private static int bounded(long size) throws IOException {
        if (size < 0 || size > Integer.MAX_VALUE - Long.BYTES) {
            throw new IOException("something of " + size + " parts");
        }
        return (int) size;
    }

    /// Sums of a head: some for each class.
    private static int few(int size) throws IOException {
        if (size < 0 || size > MOST_SUMS) {
            throw new IOException("a head of " + size + " sums");
        }
        return size;
    }

    private static TensorData readTensor(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind < 0 || kind >= ElementType.values().length) {
            throw new IOException("a tensor of an unknown kind");
        }
        ElementType type = ElementType.values()[kind];
        int axes = in.readByte();
        if (axes < 0 || axes > MOST_AXES) {
            throw new IOException("a tensor of " + axes + " axes");
        }
        var shape = new ArrayList<Long>();
        long bytes = type.bytes();
        for (int i = 0; i < axes; i++) {
            long size = bounded(in.readLong());
            shape.add(size);
            bytes = bounded(bytes * size);
        }
        byte[] data = in.readNBytes((int) bytes);
        if (data.length < bytes) {
            throw new IOException(CUT_OFF);
        }
        return new TensorData(type, shape, ByteBuffer.wrap(data));
    }
}

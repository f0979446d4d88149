package io.netloom.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the archive that `torch.jit.load` opens: a ZIP without compression that holds the class, a pickle of its
/// members, and the bytes of each tensor. The layout is that of PyTorch's `torch/csrc/jit/serialization`.
final class TorchArchive {
    private static final String NAME = "netloom/";
    /// That of PyTorch 1.12 to 2.7 at least; for an older one the loader takes operators as they were then.
    private static final String VERSION = "10\n";
    private static final int PICKLE_EMPTY_TUPLE = ')';

    private TorchArchive() {}

    /// @param extras files by their name, for `_extra_files` of `torch.jit.load`
    static ByteBuffer write(String source, List<Attribute> attributes, SortedMap<String, byte[]> extras) {
        var storages = new ArrayList<TensorData>();
        byte[] members = members(attributes, storages);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            entry(zip, "data.pkl", ByteBuffer.wrap(members));
            entry(zip, "code/__torch__.py", ByteBuffer.wrap(source.getBytes(StandardCharsets.UTF_8)));
            for (int i = 0; i < storages.size(); i++) {
                entry(zip, "data/" + i, storages.get(i).data());
            }
            entry(zip, "constants.pkl", ByteBuffer.wrap(constants()));
            for (var extra : extras.entrySet()) {
                entry(zip, "extra/" + extra.getKey(), ByteBuffer.wrap(extra.getValue()));
            }
            entry(zip, "version", ByteBuffer.wrap(VERSION.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /// Reads the bytes of tensor `index`, which must be so many.
    static ByteBuffer readTensor(ZipFile archive, int index, long bytes) throws IOException {
        ZipEntry entry = archive.getEntry(NAME + "data/" + index);
        if (entry == null || entry.getSize() != bytes) {
            throw new IOException("tensor " + index + " is not there or has another size");
        }
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] data = in.readNBytes(Math.toIntExact(bytes));
            if (data.length < bytes) {
                throw new IOException("tensor " + index + " is cut off");
            }
            return ByteBuffer.wrap(data);
        }
    }

    private static byte[] members(List<Attribute> attributes, List<TensorData> storages) {
        var pickle = new Pickle(storages);
        pickle.global("__torch__", "Net");
        pickle.op(')');
        pickle.op(0x81);
        pickle.op('}');
        pickle.op('(');
        pickle.text("training");
        pickle.bool(false);
        for (Attribute attribute : attributes) {
            pickle.text(attribute.name());
            switch (attribute) {
                case Attribute.Tensor tensor -> pickle.tensor(tensor);
                case Attribute.TensorList list -> list(pickle, list);
            }
        }
        pickle.op('u');
        pickle.op('b');
        return pickle.stop();
    }

    private static void list(Pickle pickle, Attribute.TensorList list) {
        pickle.global("torch.jit._pickle", "build_tensorlist");
        pickle.op('(');
        pickle.op(']');
        pickle.op('(');
        for (Attribute.Tensor member : list.members()) {
            switch (list.view()) {
                case SAME -> pickle.tensor(member);
                case DETACHED -> pickle.detached(member);
            }
        }
        pickle.op('e');
        pickle.op('t');
        pickle.op('R');
    }

    private static byte[] constants() {
        var pickle = new Pickle(new ArrayList<>());
        pickle.op(PICKLE_EMPTY_TUPLE);
        return pickle.stop();
    }

    private static void entry(ZipOutputStream zip, String name, ByteBuffer content) throws IOException {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(NAME + name);
        entry.setTime(0);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
